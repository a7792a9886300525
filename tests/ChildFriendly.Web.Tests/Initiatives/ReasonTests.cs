using System.Net;
using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Initiatives;

/// <summary>Why children want an idea too: a sentence each, checked like everything they write.</summary>
public sealed class ReasonTests
{
    private const string Words = "Și eu <b>trec</b> pe acolo\nîn fiecare zi.";

    [Fact]
    public async Task A_reason_is_checked_and_then_shown_with_the_idea_without_its_child()
    {
        await using var site = await Site.StartAsync();
        var idea = await site.Given.PublishedAsync();
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());

        var sent = await SayAsync(child, idea, Words);

        sent.ShouldShow("told.why-sent").ShouldNotShowText("pe acolo");
        (await child.OpenAsync("/ro/me")).ShouldShow("me.remark.Waiting").ShouldShowText("<b>trec</b>");
        (await child.OpenAsync("/ro/me/data")).ShouldShowText("<b>trec</b>");
        (await site.Guest().OpenAsync(PathOf(idea))).ShouldNotShowText("pe acolo");

        var item = await OpenCaseAsync(site);
        item.ShouldShow("desk.moderation.kind.SupportReason").ShouldShow("desk.moderation.beside").ShouldShowText("<b>trec</b>");
        (await item.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide")).ShouldShow("told.moderated-Published");
        (await site.Guest().OpenAsync(PathOf(idea))).ShouldShow("initiatives.support.reasons").ShouldShowText("Și eu <b>trec</b>");
        (await child.OpenAsync("/ro/me")).ShouldShow("me.remark.Published");
        Assert.Equal(1, await site.CountAsync<Support>());
    }

    [Fact]
    public async Task Writing_one_leaves_neither_the_minute_nor_an_audit_row()
    {
        await using var site = await Site.StartAsync();
        var idea = await site.Given.PublishedAsync();
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        site.Clock.Move(TimeSpan.FromMinutes(17));
        var form = await SupportAsync(child, idea);
        var before = await site.CountAsync<AuditEntry>();

        await form.Fill("Input.Text", Words).PressAsync("initiatives.support.why.send");

        Assert.Equal(before, await site.CountAsync<AuditEntry>());
        Assert.Equal(0, await site.InDataAsync(db => db.ModerationCases.Where(c => c.SubjectKind == ModerationSubject.SupportReason).Select(c => c.WaitingSince).SingleAsync()) is var since ? since.Minute : -1);
    }

    [Fact]
    public async Task Only_who_supports_says_why_and_only_while_support_is_gathered()
    {
        await using var site = await Site.StartAsync();
        var me = await site.Given.ChildAsync();
        var idea = await site.Given.PublishedAsync();
        var mine = await site.Given.PublishedAsync(me);
        var child = await site.Given.SignedInAsync(me);

        (await child.OpenAsync($"{PathOf(idea)}/support/why")).ShouldShow("initiatives.support.why.first").ShouldNotShow("initiatives.support.why.send");
        (await child.OpenAsync($"{PathOf(mine)}/support/why")).ShouldShow("initiatives.support.why.first");
        var form = await SupportAsync(child, idea);
        await site.InDataAsync(async db =>
        {
            (await db.Initiatives.SingleAsync(i => i.Id == idea.Id)).Answer(Decision.Declined, AnswerReason.NotOursToDecide, "Nu e al nostru.", "Primăria", Given.CouncilStaff, site.Clock.Now);
            return await db.SaveChangesAsync();
        });

        (await form.Fill("Input.Text", Words).PressAsync("initiatives.support.why.send")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity)
            .ShouldShow("initiatives.support.not-open").ShouldShowText("pe acolo");
        Assert.Equal(0, await site.CountAsync<Remark>());
    }

    [Fact]
    public async Task It_is_written_anew_after_a_question_and_goes_with_the_support()
    {
        await using var site = await Site.StartAsync();
        var idea = await site.Given.PublishedAsync();
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        await SayAsync(child, idea, Words);
        await (await OpenCaseAsync(site)).Choose("Input.Decision", "SentBack").Fill("Input.Question", "Pe unde treci?").PressAsync("desk.moderation.decide");

        (await child.OpenAsync("/ro/me")).ShouldShow("me.remark.SentBack").ShouldShowText("Pe unde treci?");
        var again = (await child.OpenAsync($"{PathOf(idea)}/support/why")).ShouldShowText("Pe unde treci?").ShouldShowText("pe acolo");
        await again.Fill("Input.Text", "Pe la școală.").PressAsync("initiatives.support.why.send");
        var changed = await OpenCaseAsync(site);
        changed.ShouldShow("desk.moderation.changed").ShouldShowText("Pe la școală.");

        (await (await child.OpenAsync(PathOf(idea))).PressAsync("initiatives.support.take-back")).ShouldShow("told.support-taken-back");
        Assert.Equal((0, 0), (await site.CountAsync<Remark>(), await site.CountAsync<Support>()));
        Assert.DoesNotContain(await site.InDataAsync(db => db.ModerationCases.Where(c => c.SubjectKind == ModerationSubject.SupportReason).Select(c => c.DecidedAt).ToListAsync()), at => at is null);
    }

    [Fact]
    public async Task A_cry_for_help_is_answered_with_the_numbers_once_and_looks_like_waiting()
    {
        await using var site = await Site.StartAsync();
        var idea = await site.Given.PublishedAsync();
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());

        var answer = await SayAsync(child, idea, "tata ma bate cand vine beat");

        answer.ShouldShow("help.concern.title").ShouldNotShowText("ma bate");
        (await child.OpenAsync("/ro/me")).ShouldShow("me.remark.Waiting").ShouldNotShow("help.concern.title");
        (await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync("/staff/bacau/moderation")).ShouldNotShowText("ma bate");
        Assert.Equal(1, await site.CountAsync<SafeguardingCase>());
    }

    [Fact]
    public async Task Readers_report_it_and_it_leaves_with_its_child()
    {
        await using var site = await Site.StartAsync();
        var idea = await site.Given.PublishedAsync();
        var me = await site.Given.ChildAsync();
        var child = await site.Given.SignedInAsync(me);
        await SayAsync(child, idea, Words);
        await (await OpenCaseAsync(site)).Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide");
        var id = await site.InDataAsync(db => db.Remarks.Select(r => r.Id).SingleAsync());

        var report = await site.Guest().OpenAsync($"/ro/bacau/words/{id}/report");
        (await report.Choose("Input.Reason", "SomebodysData").PressAsync("moderation.report.do")).ShouldShow("moderation.report.said");
        (await site.Guest().OpenAsync(PathOf(idea))).ShouldNotShowText("pe acolo");
        (await site.Guest().OpenAsync($"/ro/bacau/words/{id}/report")).ShouldHaveStatus(HttpStatusCode.NotFound);

        await site.InDataAsync(db => db.EndAsync(me.Participant.Id, keepsIdeas: false, Actor.Child, site.Clock.Now));
        Assert.Equal(0, await site.CountAsync<Remark>());
    }

    [Fact]
    public async Task What_was_not_published_goes_after_ninety_days_and_authors_after_a_year()
    {
        await using var site = await Site.StartAsync();
        var idea = await site.Given.PublishedAsync();
        foreach (var decision in new[] { "Published", "NotPublished" })
        {
            await SayAsync(await site.Given.SignedInAsync(await site.Given.ChildAsync()), idea, Words + decision);
            var decided = await (await OpenCaseAsync(site)).Choose("Input.Decision", decision).Choose("Input.Reason", "Insult").Fill("Input.Sentence", "Altfel.").PressAsync("desk.moderation.decide");
            decided.ShouldShow($"told.moderated-{decision}");
        }

        site.Clock.Move(TimeSpan.FromDays(89));
        await site.RunJobAsync<ApplyRetention>();
        Assert.Equal(2, await site.CountAsync<Remark>());
        site.Clock.Move(TimeSpan.FromDays(2));
        await site.RunJobAsync<ApplyRetention>();
        Assert.Equal(ShortTextStage.Published, await site.InDataAsync(db => db.Remarks.Where(r => r.AuthorId != null).Select(r => r.Stage).SingleAsync()));
        site.Clock.Move(TimeSpan.FromDays(280));
        await site.RunJobAsync<ApplyRetention>();
        Assert.Null(await site.InDataAsync(db => db.Remarks.Select(r => r.AuthorId).SingleAsync()));
    }

    private static string PathOf(Initiative idea) => $"/ro/bacau/initiatives/{idea.Number}";

    private static async Task<Page> SupportAsync(Guest child, Initiative idea)
    {
        var supported = await (await child.OpenAsync(PathOf(idea))).PressAsync("initiatives.support.do");
        return await supported.FollowAsync("initiatives.support.why.link");
    }

    private static async Task<Page> SayAsync(Guest child, Initiative idea, string words) =>
        await (await SupportAsync(child, idea)).Fill("Input.Text", words).PressAsync("initiatives.support.why.send");

    private static async Task<Page> OpenCaseAsync(Site site)
    {
        var id = await site.InDataAsync(db => db.ModerationCases.Where(c => c.SubjectKind == ModerationSubject.SupportReason && c.DecidedAt == null).Select(c => c.Id).SingleAsync());
        return await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync($"/staff/bacau/moderation/{id}");
    }
}
