using System.Net;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChildFriendly.Web.Tests.Moderation;

/// <summary>What a moderator can decide, how it is taken back, and what the child sees of it.</summary>
public sealed class DecisionTests
{
    private const string Secret = "0722 123 456";

    [Fact]
    public async Task Nothing_goes_out_before_a_minute_has_passed_and_then_it_goes_once()
    {
        await using var site = await Site.StartAsync();
        site.Settings.UndoSeconds = 60;
        var submitted = await site.Given.SubmittedAsync();
        var desk = await site.Given.SignedInAsync(Role.Moderator);

        var next = await DecideAsync(desk, "Published");
        next.ShouldShow("desk.moderation.undoable").ShouldShow("desk.moderation.empty");
        await site.RunJobsAsync();
        (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{submitted.Number}")).ShouldHaveStatus(HttpStatusCode.NotFound);

        site.Clock.Move(TimeSpan.FromSeconds(60));
        await site.RunJobsAsync();
        await site.RunJobsAsync();
        (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{submitted.Number}")).ShouldHaveStatus(HttpStatusCode.OK);
        await site.ShouldHaveAuditedAsync<InitiativePublished>(submitted.Id, Role.Moderator);
        // Too late for the page that is still open.
        (await next.PressAsync("desk.moderation.undo")).ShouldShow("told.moderation-too-late");
    }

    [Fact]
    public async Task A_decision_is_taken_back_with_everything_that_was_typed()
    {
        await using var site = await Site.StartAsync();
        site.Settings.UndoSeconds = 60;
        var submitted = await site.Given.SubmittedAsync();
        var desk = await site.Given.SignedInAsync(Role.Moderator);
        var item = await (await desk.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        var next = await item.Choose("Input.Decision", "NotPublished").Choose("Input.Reason", "Insult").Fill("Input.Sentence", "Fără jigniri.").PressAsync("desk.moderation.decide");

        // A colleague cannot take what is held, nor take it back.
        var colleague = await site.Given.SignedInAsync(Role.Moderator);
        (await colleague.OpenAsync(item.Path)).ShouldShow("moderation.case.somebody-else");
        var back = await next.PressAsync("desk.moderation.undo");

        back.ShouldShow("told.moderation-undone");
        Assert.Equal("Fără jigniri.", back.ValueOf("Input.Sentence"));
        site.Clock.Move(TimeSpan.FromSeconds(61));
        await site.RunJobsAsync();
        Assert.Equal(InitiativeStage.Submitted, (await site.InDataAsync(db => db.Initiatives.SingleAsync(i => i.Id == submitted.Id))).Stage);
        await back.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide");
        site.Clock.Move(TimeSpan.FromSeconds(61));
        await site.RunJobsAsync();
        Assert.Equal(InitiativeStage.Published, (await site.InDataAsync(db => db.Initiatives.SingleAsync(i => i.Id == submitted.Id))).Stage);
    }

    [Fact]
    public async Task The_latest_three_decisions_can_be_undone_at_a_glance_and_the_others_are_folded_away()
    {
        await using var site = await Site.StartAsync();
        site.Settings.UndoSeconds = 60;
        var desk = await site.Given.SignedInAsync(Role.Moderator);
        for (var i = 0; i < 5; i++)
        {
            await site.Given.SubmittedAsync();
            await DecideAsync(desk, "Published");
        }

        var queue = await desk.OpenAsync("/staff/bacau/moderation");

        Assert.Equal(5, queue.Document.QuerySelectorAll(".undo form").Length);
        Assert.Equal(2, queue.Document.QuerySelectorAll("details .undo form").Length);
        Assert.Equal("u", Assert.Single(queue.Document.QuerySelectorAll(".undo [data-key]")).GetAttribute("data-key"));
        Assert.Null(queue.Document.QuerySelector(".undo [data-key]")!.Closest("details"));
        queue.ShouldShowText(site.Texts().Count("desk.moderation.undo-more", 2));
    }

    [Fact]
    public async Task What_a_child_takes_back_while_the_decision_is_held_stays_taken_back()
    {
        await using var site = await Site.StartAsync();
        site.Settings.UndoSeconds = 60;
        var child = await site.Given.ChildAsync();
        var submitted = await site.Given.SubmittedAsync(child);
        await DecideAsync(await site.Given.SignedInAsync(Role.Moderator), "Published");
        await (await (await site.Given.SignedInAsync(child)).OpenAsync($"/ro/bacau/initiatives/{submitted.Number}/withdraw")).PressAsync("initiatives.withdraw.do");

        site.Clock.Move(TimeSpan.FromSeconds(61));
        await site.RunJobsAsync();

        Assert.Equal(InitiativeStage.Withdrawn, (await site.InDataAsync(db => db.Initiatives.SingleAsync(i => i.Id == submitted.Id))).Stage);
        Assert.Equal(ModerationStage.Withdrawn, (await site.InDataAsync(db => db.ModerationCases.SingleAsync())).Stage);
    }

    [Fact]
    public async Task Personal_data_is_left_out_the_child_sees_exactly_what_and_somebody_else_looks_when_it_objects()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var number = await SubmittedWithNumberAsync(site, child);
        var desk = await site.Given.SignedInAsync(Role.Moderator);
        var item = await (await desk.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        Assert.Equal(Secret, item.Document.QuerySelector("mark")!.FirstChild!.TextContent);
        await item.Choose("Input.Decision", "PublishedWithRedaction").Fill("Input.AlsoLeave", "vecinul").PressAsync("desk.moderation.decide");

        var shown = await site.Guest().OpenAsync($"/ro/bacau/initiatives/{number}");
        Assert.Contains("Sună la […] sau la […] meu.", shown.Text, StringComparison.Ordinal);
        shown.ShouldNotShowText(Secret);
        var author = await site.Given.SignedInAsync(child);
        var mine = await author.OpenAsync($"/ro/bacau/initiatives/{number}");
        Assert.Equal([Secret, "vecinul"], mine.Document.QuerySelectorAll("del").Select(d => d.FirstChild!.TextContent));
        await (await mine.FollowAsync("moderation.left-out.link")).PressAsync("moderation.appeal.do");

        // Who left it out does not decide again.
        var objection = await site.InDataAsync(db => db.Redactions.Select(r => r.Id).SingleAsync());
        (await desk.OpenAsync($"/staff/bacau/moderation/left-out/{objection}")).ShouldShow("moderation.case.decided-by-you");
        var colleague = await site.Given.SignedInAsync(Role.Moderator);
        var look = await colleague.OpenAsync($"/staff/bacau/moderation/left-out/{objection}");
        (await look.PressAsync("desk.moderation.left-out.uphold")).ShouldRefuse(ModerationRules.SentenceMissing);
        await look.Fill("Sentence", "Numărul rămâne secret.").PressAsync("desk.moderation.left-out.uphold");
        (await author.OpenAsync($"/ro/bacau/initiatives/{number}")).ShouldShowText("Numărul rămâne secret.");
        (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{number}")).ShouldNotShowText(Secret);
    }

    [Fact]
    public async Task Words_left_out_are_put_back_where_the_second_moderator_agrees_with_the_child()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var number = await SubmittedWithNumberAsync(site, child);
        var item = await (await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        await item.Choose("Input.Decision", "PublishedWithRedaction").PressAsync("desk.moderation.decide");
        await (await (await site.Given.SignedInAsync(child)).OpenAsync($"/ro/bacau/initiatives/{number}/left-out")).PressAsync("moderation.appeal.do");

        var objection = await site.InDataAsync(db => db.Redactions.Select(r => r.Id).SingleAsync());
        await (await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync($"/staff/bacau/moderation/left-out/{objection}")).PressAsync("desk.moderation.left-out.restore");

        (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{number}")).ShouldShowText(Secret);
    }

    [Fact]
    public async Task Only_words_that_stand_there_are_left_out_and_something_must_remain()
    {
        await using var site = await Site.StartAsync();
        var number = await SubmittedWithNumberAsync(site, await site.Given.ChildAsync());
        var item = await (await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        item.Choose("Input.Decision", "PublishedWithRedaction");
        foreach (var box in item.Document.QuerySelectorAll("[name='Input.Leave']"))
        {
            item.Choose("Input.Leave", box.GetAttribute("value")!, isChosen: false);
        }

        (await item.PressAsync("desk.moderation.decide")).ShouldRefuse(ModerationRules.NothingLeftOut);
        (await item.Fill("Input.AlsoLeave", "nu e acolo").PressAsync("desk.moderation.decide")).ShouldRefuse(ModerationRules.NotInTheWords);
        (await item.Fill("Input.AlsoLeave", "Bancă nouă").PressAsync("desk.moderation.decide")).ShouldRefuse(ModerationRules.TooMuchLeftOut);
        (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{number}")).ShouldHaveStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_second_opinion_is_somebody_elses()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SubmittedAsync();
        var first = await site.Given.SignedInAsync(Role.Moderator);
        var item = await (await first.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        item.Choose("Input.Decision", "Waiting");
        (await item.PressAsync("desk.moderation.decide")).ShouldRefuse(ModerationRules.NoteMissing);
        (await item.Fill("Input.Note", "E despre un om anume?").PressAsync("desk.moderation.decide")).ShouldRefuse(ModerationRules.NobodyElse);

        var second = await site.Given.SignedInAsync(Role.Moderator);
        (await item.PressAsync("desk.moderation.decide")).ShouldShow("told.moderated-Waiting");
        (await first.OpenAsync(item.Path)).ShouldShow("moderation.case.opinion-asked-by-you");
        var again = await second.OpenAsync(item.Path);
        again.ShouldShowText("E despre un om anume?").ShouldNotShow("desk.moderation.decision.Waiting");
        (await again.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide")).ShouldShow("told.moderated-Published");
    }

    [Fact]
    public async Task A_question_stands_beside_the_field_it_is_about_and_the_desk_shows_what_changed_since()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var submitted = await site.Given.SubmittedAsync(child);
        var desk = await site.Given.SignedInAsync(Role.Moderator);
        var item = await (await desk.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        await item.Choose("Input.Decision", "SentBack").Choose("Input.About", "Place").Fill("Input.Question", "Care parc?").PressAsync("desk.moderation.decide");

        var author = await site.Given.SignedInAsync(child);
        var place = await (await author.OpenAsync($"/ro/bacau/initiatives/{submitted.Number}")).FollowAsync("initiatives.change");
        Assert.EndsWith("/initiatives/new/place", place.Path, StringComparison.Ordinal);
        place.ShouldShowText("Care parc?");
        (await author.OpenAsync($"/ro/bacau/initiatives/new/story?of={submitted.Number}")).ShouldNotShowText("Care parc?");
        var check = await place.Fill("Input.Place", "Parcul Trandafirilor").PressAsync("form.next");
        await check.PressAsync("initiatives.new.send");

        var again = await (await desk.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        again.ShouldShow("desk.moderation.changed");
        Assert.Contains("Trandafirilor", again.Document.QuerySelector(".changed ins:last-of-type")!.TextContent, StringComparison.Ordinal);
        await again.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide");
        Assert.All((await site.InDataAsync(db => db.Initiatives.SingleAsync())).Timeline, t => Assert.Null(t.Earlier));
    }

    [Fact]
    public async Task Decisions_on_the_like_stand_beside_the_item()
    {
        await using var site = await Site.StartAsync();
        await SubmittedWithNumberAsync(site, await site.Given.ChildAsync());
        var desk = await site.Given.SignedInAsync(Role.Moderator);
        var item = await (await desk.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        item.ShouldNotShow("desk.moderation.similar");
        await item.Choose("Input.Decision", "SentBack").Fill("Input.Question", "Îl scoți, te rog?").PressAsync("desk.moderation.decide");

        await SubmittedWithNumberAsync(site, await site.Given.ChildAsync());
        (await (await desk.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first")).ShouldShow("desk.moderation.similar").ShouldShowText("Îl scoți, te rog?");
    }

    [Fact]
    public async Task A_child_is_warned_before_sending_and_can_send_all_the_same()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var author = await site.Given.SignedInAsync(child);
        await SubmittedWithNumberAsync(site, child, isSent: false);

        var check = await author.OpenAsync("/ro/bacau/initiatives/new/check");
        check.ShouldShow("moderation.hint.title").ShouldShowText(site.Texts()["moderation.hint.contact", ("words", Secret)]);
        (await check.PressAsync("initiatives.new.send")).ShouldShow("initiatives.sent.title");
        var live = await author.FetchAsync("/ro/bacau/initiatives/new/hints", [new("text", $"Sună la {Secret}"), new("__RequestVerificationToken", (await author.OpenAsync("/ro/bacau/initiatives/new")).ValueOf("__RequestVerificationToken")!)]);
        Assert.Contains(Secret, await live.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(live.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task While_a_cry_is_written_the_numbers_stand_beside_it_and_on_no_page_that_can_be_opened_again()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var author = await site.Given.SignedInAsync(child);
        var token = (await author.OpenAsync("/ro/bacau/initiatives/new")).ValueOf("__RequestVerificationToken")!;

        var live = await author.FetchAsync("/ro/bacau/initiatives/new/hints", [new("text", "nu mai vreau să trăiesc"), new("__RequestVerificationToken", token)]);

        Assert.Contains("116 111", await live.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await site.InDataAsync(async db =>
        {
            var idea = Initiative.Begin(child.Participant, site.Clock.Now);
            idea.Tell("Un loc", "nu mai vreau să trăiesc", site.Clock.Now);
            db.Add(idea);
            return await db.SaveChangesAsync();
        });
        (await author.OpenAsync("/ro/bacau/initiatives/new/check")).ShouldNotShow("moderation.hint.help");
        Assert.Equal(0, await site.InDataAsync(db => db.SafeguardingCases.CountAsync()));
    }

    private static async Task<Page> DecideAsync(Guest desk, string decision) =>
        await (await (await desk.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first")).Choose("Input.Decision", decision).PressAsync("desk.moderation.decide");

    private static Task<int> SubmittedWithNumberAsync(Site site, ChildWithCard child, bool isSent = true) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<ChildFriendlyDb>();
        var idea = Initiative.Begin(child.Participant, site.Clock.Now);
        idea.ChooseGoal(GoalArea.Voice, site.Clock.Now);
        idea.Tell("Bancă nouă", $"Sună la {Secret} sau la vecinul meu.", site.Clock.Now);
        idea.Locate("Parc", site.Clock.Now);
        db.Add(idea);
        await db.SaveChangesAsync();
        if (isSent)
        {
            await db.SubmitAsync(idea, services.GetRequiredService<Concerns>(), site.Clock.Now);
        }

        return idea.Number;
    });
}
