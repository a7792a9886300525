using System.Net;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using ChildFriendly.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Moderation;

public sealed class DeskTests
{
    [Fact]
    public async Task Publishing_makes_it_public_and_the_child_is_told()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var submitted = await site.Given.SubmittedAsync(child);
        var desk = await site.Given.SignedInAsync(Role.Moderator);

        var item = await (await desk.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        item.ShouldShow("desk.moderation.rule.1");
        var nickname = site.Services.GetRequiredService<WordLists>().NameOf(child.Participant.Nickname, "ro");
        Assert.Contains(nickname, item.Text, StringComparison.Ordinal);
        (await item.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide")).ShouldShow("told.moderated-Published");

        var shown = (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{submitted.Number}")).ShouldHaveStatus(HttpStatusCode.OK);
        Assert.DoesNotContain(nickname, shown.Text, StringComparison.Ordinal);
        (await (await site.Given.SignedInAsync(child)).OpenAsync("/ro/me")).ShouldShow("me.stage.Published");
        await site.ShouldHaveAuditedAsync<InitiativePublished>(submitted.Id, Role.Moderator);
    }

    [Fact]
    public async Task A_question_goes_back_to_the_child_who_answers_and_sends_again_under_the_same_number()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var submitted = await site.Given.SubmittedAsync(child);
        var desk = await site.Given.SignedInAsync(Role.Moderator);
        const string Question = "Poți scoate numele, <te rog>?";
        var item = await (await desk.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");

        (await item.Choose("Input.Decision", "SentBack").PressAsync("desk.moderation.decide")).ShouldRefuse(ModerationRules.QuestionMissing);
        await item.Choose("Input.Decision", "SentBack").Fill("Input.Question", Question).PressAsync("desk.moderation.decide");
        var guest = await site.Given.SignedInAsync(child);
        var mine = await guest.OpenAsync($"/ro/bacau/initiatives/{submitted.Number}");
        Assert.Contains(Question, mine.Text, StringComparison.Ordinal);
        var story = await mine.FollowAsync("initiatives.change");
        Assert.Contains(Question, story.Text, StringComparison.Ordinal);
        var place = await story.Fill("Input.Text", "Fără nume acum.").PressAsync("form.next");
        var picture = await (await place.PressAsync("form.next")).PressAsync("form.next");
        var check = await picture.PressAsync("form.next");
        (await check.PressAsync("initiatives.new.send")).ShouldShow("initiatives.sent.title");

        var again = await site.InDataAsync(db => db.Initiatives.SingleAsync());
        Assert.Equal((InitiativeStage.Submitted, submitted.Number, "Fără nume acum."), (again.Stage, again.Number, again.Text));
        Assert.Equal(2, await site.CountAsync<ModerationCase>());
    }

    [Fact]
    public async Task Not_publishing_needs_a_reason_and_a_sentence_which_only_the_child_reads()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var submitted = await site.Given.SubmittedAsync(child);
        var desk = await site.Given.SignedInAsync(Role.Moderator);
        var item = await (await desk.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");

        (await item.PressAsync("desk.moderation.decide")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("desk.moderation.decision.required");
        (await item.Choose("Input.Decision", "NotPublished").PressAsync("desk.moderation.decide")).ShouldRefuse(ModerationRules.ReasonMissing);
        (await item.Choose("Input.Reason", "Insult").PressAsync("desk.moderation.decide")).ShouldRefuse(ModerationRules.SentenceMissing);
        await item.Fill("Input.Sentence", "Spune-o fără jigniri.").PressAsync("desk.moderation.decide");

        (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{submitted.Number}")).ShouldHaveStatus(HttpStatusCode.NotFound);
        Assert.Contains("Spune-o fără jigniri.", (await (await site.Given.SignedInAsync(child)).OpenAsync($"/ro/bacau/initiatives/{submitted.Number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_moderators_never_work_on_the_same_item()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SubmittedAsync();
        var first = await site.Given.SignedInAsync(Role.Moderator);
        var second = await site.Given.SignedInAsync(Role.Moderator);
        var open = await (await first.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");

        var blocked = await second.OpenAsync(open.Path);
        blocked.ShouldShow("moderation.case.somebody-else");
        Assert.False(blocked.HasButton("desk.moderation.decide"));
        site.Clock.Move(ModerationCase.LeaseTime);
        var free = await second.OpenAsync(open.Path);
        await free.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide");

        (await open.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide")).ShouldRefuse(ModerationRules.Decided);
    }

    [Fact]
    public async Task The_queue_is_by_age_and_says_how_old()
    {
        await using var site = await Site.StartAsync();
        // A Monday.
        site.Clock.MoveTo(new DateTime(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc));
        await site.Given.SubmittedAsync(title: "Cea veche");
        site.Clock.Move(TimeSpan.FromDays(3));
        await site.Given.SubmittedAsync(title: "Cea nouă");
        var desk = await site.Given.SignedInAsync(Role.Moderator);

        var queue = await desk.OpenAsync("/staff/bacau/moderation");

        Assert.True(queue.Text.IndexOf("Cea veche", StringComparison.Ordinal) < queue.Text.IndexOf("Cea nouă", StringComparison.Ordinal));
        Assert.Contains(site.Texts().Count("desk.moderation.days", 3), queue.Text, StringComparison.Ordinal);
    }
}
