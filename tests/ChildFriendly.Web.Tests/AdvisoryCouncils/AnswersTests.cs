using System.Net;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Notifications;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.AdvisoryCouncils;

public sealed class AnswersTests
{
    private const string Recommendations = "/staff/bacau/council/recommendations";

    [Fact]
    public async Task A_recommendation_goes_from_draft_to_adopted_to_sent_and_is_public_from_its_adoption()
    {
        await using var site = await Site.StartAsync();
        var coordinator = await site.Given.SignedInAsync(Role.CouncilCoordinator);
        var form = await coordinator.OpenAsync($"{Recommendations}/new");
        form.Fill("Input.Name", "Lumină <b>").Fill("Input.Text", "Cerem lumină.").Choose("Input.Kind", "Directorate").Fill("Input.Addressee", "Direcția Tehnică");
        var draft = (await form.PressAsync("desk.council.new.draft")).ShouldShow("told.draft-saved");
        (await site.Guest().OpenAsync("/ro/bacau/council")).ShouldNotShowText("Lumină");
        (await (await site.Given.SignedInAsync(Role.CouncilStaff)).OpenAsync("/staff/bacau/council")).ShouldNotShowText("Lumină");

        var stale = await coordinator.OpenAsync(draft.Path);
        await (await coordinator.OpenAsync(draft.Path)).Fill("Input.Text", "Cerem lumină pe alei.").PressAsync("desk.council.draft.save");
        (await stale.Fill("Input.Text", "Altceva.").PressAsync("desk.council.draft.save")).ShouldRefuse(Refusal.ChangedMeanwhile).ShouldShowText("Cerem lumină pe alei.");
        var early = (await coordinator.OpenAsync(draft.Path)).Fill("Input.AdoptedOn", "2099-01-01");
        (await early.PressAsync("desk.council.draft.adopt")).ShouldRefuse(RecommendationRules.AdoptedInTheFuture);
        var adopted = (await (await coordinator.OpenAsync(draft.Path)).PressAsync("desk.council.draft.adopt")).ShouldShow("told.recommendation-adopted");
        var shown = (await site.Guest().OpenAsync("/ro/bacau/council/recommendations/1")).ShouldShowText("Cerem lumină pe alei.").ShouldShow("council.will-be-sent-to");
        Assert.Empty(shown.Document.QuerySelectorAll(".due, .overdue"));
        (await adopted.PressAsync("desk.council.new.send")).ShouldShow("told.recommended");

        var sent = await site.Guest().OpenAsync("/ro/bacau/council/recommendations/1?fresh");
        sent.ShouldShowText(site.Texts().Count("answer.due.left", 30));
        (await site.Guest().OpenAsync("/ro/bacau/council?fresh")).ShouldShowText(site.Texts().Count("answer.due.left", 30));
        (await site.Guest().OpenAsync("/ro/bacau?fresh")).ShouldShow("locality.waiting").ShouldShowText(site.Texts().Count("answer.due.left", 30));
    }

    [Fact]
    public async Task Links_lead_from_a_recommendation_to_an_idea_and_back()
    {
        await using var site = await Site.StartAsync();
        var idea = await site.Given.PublishedAsync();
        var recommendation = await site.Given.SentRecommendationAsync();
        var coordinator = await site.Given.SignedInAsync(Role.CouncilCoordinator);
        var sources = await coordinator.OpenAsync($"{Recommendations}/{recommendation.Id}/sources");

        (await sources.Choose("Chosen", $"Initiative {idea.Id:N}").PressAsync("desk.council.sources.save")).ShouldShow("told.recommendation-linked");

        var there = await site.Guest().OpenAsync("/ro/bacau/council/recommendations/1");
        Assert.NotNull(there.Document.QuerySelector($"a[href='/ro/bacau/initiatives/{idea.Number}']"));
        var back = await site.Guest().OpenAsync($"/ro/bacau/initiatives/{idea.Number}");
        Assert.NotNull(back.Document.QuerySelector("a[href='/ro/bacau/council/recommendations/1']"));
        await site.ShouldHaveAuditedAsync<RecommendationLinked>(recommendation.Id, Role.CouncilCoordinator);

        await site.InDataAsync(async db =>
        {
            (await db.Initiatives.SingleAsync()).Hide("Un motiv.", Given.Moderator, site.Clock.Now);
            return await db.SaveChangesAsync();
        });
        Assert.Null((await site.Guest().OpenAsync("/ro/bacau/council/recommendations/1?fresh")).Document.QuerySelector($"a[href='/ro/bacau/initiatives/{idea.Number}']"));
        await (await coordinator.OpenAsync($"{Recommendations}/{recommendation.Id}/sources")).PressAsync("desk.council.sources.save");
        Assert.Single((await site.InDataAsync(db => db.Recommendations.AsNoTracking().SingleAsync())).Sources);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Checking_says_what_is_missing_and_saves_nothing_for_ideas_and_recommendations_alike(bool isIdea)
    {
        await using var site = await Site.StartAsync();
        var path = await WaitingAsync(site, isIdea);
        site.Clock.Move(TimeSpan.FromDays(5));
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var page = await desk.OpenAsync(path);
        Assert.Equal(3, page.Document.QuerySelectorAll("[data-answer-check] .tag--wait").Length);

        page = await page.Fill("Input.Sentence", "Nu avem bani.").PressAsync("desk.answer.check");

        page.ShouldHaveStatus(HttpStatusCode.OK).ShouldShowText(site.Texts().Count("desk.answer.fast.text", 5));
        Assert.Equal("Nu avem bani.", page.ValueOf("Input.Sentence"));
        Assert.Empty(page.Document.QuerySelectorAll(".error-summary"));
        Write(page, "Da, facem lumină pe alee. Stâlpii vechi cad, iar firele sunt rupte. Îi schimbăm pe toți.", "2026-12-01");
        page = await page.PressAsync("desk.answer.check");
        Assert.Equal(4, page.Document.QuerySelectorAll("[data-answer-check] .tag--good").Length);
        Assert.Equal(0, await site.InDataAsync(db => db.Recommendations.CountAsync(r => r.Stage == RecommendationStage.Answered)));
        Assert.Equal(0, await site.InDataAsync(db => db.Initiatives.CountAsync(i => i.Stage == InitiativeStage.Accepted)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_speaks_to_both_ages_and_when_it_is_withdrawn_it_stays_and_the_clock_runs_on(bool isIdea)
    {
        await using var site = await Site.StartAsync();
        var path = await WaitingAsync(site, isIdea);
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var page = await desk.OpenAsync(path);
        Write(page, "Da, cu <b>drag</b>.", "2020-01-01");
        (await page.PressAsync("desk.initiatives.answer.send")).ShouldRefuse(AnswerRules.FollowsInThePast);
        Write(page, "Da, cu <b>drag</b>.", "2026-12-01");
        (await page.PressAsync("desk.initiatives.answer.send")).ShouldShow("told.answered");
        (await page.PressAsync("desk.initiatives.answer.send")).ShouldShow("told.answered");

        var address = isIdea ? "/ro/bacau/initiatives/1" : "/ro/bacau/council/recommendations/1";
        (await site.Guest().OpenAsync(address)).ShouldShowText("Da, cu <b>drag</b>.").ShouldNotShowText("Da! O facem.").ShouldShowText("Montăm doi stâlpi noi.").ShouldShowText("1 decembrie 2026");
        var young = await site.Given.SignedInAsync(await site.Given.ChildAsync(band: Core.Participation.AgeBand.From6To10));
        (await young.OpenAsync(address)).ShouldShowText("Da! O facem.").ShouldNotShowText("Da, cu <b>drag</b>.");

        site.Clock.Move(TimeSpan.FromDays(40));
        desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var withdraw = await desk.OpenAsync($"{(isIdea ? path : "/staff/bacau/council/recommendations/1")}/withdraw-answer");
        (await withdraw.PressAsync("desk.answer.withdraw.do")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("desk.answer.withdraw.because.required");
        withdraw.Fill("Input.Because", "Am promis ce nu putem.");
        (await withdraw.PressAsync("desk.answer.withdraw.do")).ShouldShow("told.answer-withdrawn");
        (await withdraw.PressAsync("desk.answer.withdraw.do")).ShouldShow("told.answer-withdrawn");

        var shown = await site.Guest().OpenAsync($"{address}?fresh");
        shown.ShouldShowText("Am promis ce nu putem.").ShouldShowText("Da, cu <b>drag</b>.").ShouldShowText(site.Texts().Count("overdue.answer", 10));
        Assert.Equal(1, await site.InDataAsync(db => db.Audit.CountAsync(a => a.What == nameof(RecommendationAnswerWithdrawn) || a.What == nameof(InitiativeAnswerWithdrawn))));
        (await (await site.Given.SignedInAsync(Role.CommitteeReader)).OpenAsync("/staff/national")).ShouldShowText(site.Texts().Count("overdue.days", 10));
        // And it can be answered anew.
        page = await desk.OpenAsync(path);
        Write(page, "Nu mai putem.", "2026-12-01", "Declined", "NotSafe");
        (await page.PressAsync("desk.initiatives.answer.send")).ShouldShow("told.answered");
        (await site.Guest().OpenAsync($"{address}?again")).ShouldShowText("Nu mai putem.").ShouldShowText("Am promis ce nu putem.");
    }

    [Fact]
    public async Task What_something_has_followed_from_is_not_withdrawn()
    {
        await using var site = await Site.StartAsync();
        var idea = await site.Given.AcceptedAsync();
        await site.Given.PlanAsync();
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var page = (await desk.OpenAsync($"/staff/bacau/initiatives/{idea.Number}/withdraw-answer")).Fill("Input.Because", "Nu.");
        await site.InDataAsync(async db =>
        {
            (await db.Initiatives.SingleAsync()).PutIntoPlan(Guid.CreateVersion7(), Given.CouncilStaff, site.Clock.Now);
            return await db.SaveChangesAsync();
        });

        (await page.PressAsync("desk.answer.withdraw.do")).ShouldRefuse(AnswerRules.NothingToWithdraw);
    }

    [Theory]
    [InlineData(true, MailKind.InitiativeAnswerDue, MailKind.InitiativeAnswerLate)]
    [InlineData(false, MailKind.RecommendationAnswerDue, MailKind.RecommendationAnswerLate)]
    public async Task Staff_are_reminded_before_and_after_and_once_each(bool isIdea, MailKind due, MailKind late)
    {
        await using var site = await Site.StartAsync();
        await site.Given.StaffAsync(Role.CouncilStaff);
        await site.Given.StaffAsync(Role.LocalityAdmin);
        await site.Given.StaffAsync(Role.Moderator);
        await site.Given.StaffAsync(Role.CouncilStaff, "brasov");
        await WaitingAsync(site, isIdea);
        site.Clock.MoveTo(RomanianTime.FromLocal(RomanianTime.ToLocal(site.Clock.Now).Date.AddHours(9)));

        var written = new List<(int Day, MailKind Kind)>();
        for (var day = 0; day <= 46; day++)
        {
            await site.RunJobAsync<RemindOfDueAnswers>();
            await site.RunJobAsync<RemindOfDueAnswers>();
            var kinds = await site.InDataAsync(db => db.Mails.Where(m => m.CreatedAt == site.Clock.Now).Select(m => m.Kind).ToListAsync());
            Assert.True(kinds.Count is 0 or 2);
            written.AddRange(kinds.Distinct().Select(k => (day, k)));
            site.Clock.Move(TimeSpan.FromDays(1));
        }

        Assert.Equal([(16, due), (23, due), (29, due), (31, late), (38, late), (45, late)], written);
        var words = await site.InDataAsync(db => db.Mails.Select(m => m.Arguments).ToListAsync());
        Assert.All(words, w => Assert.DoesNotContain("Lumin", w, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_week_without_jobs_only_the_latest_reminder_goes_and_at_night_none()
    {
        await using var site = await Site.StartAsync();
        await site.Given.StaffAsync(Role.CouncilStaff);
        await WaitingAsync(site, isIdea: false);
        // Due in 30 days: the reminders of 14, 7 and 1 days and of the day after were all missed.
        site.Clock.MoveTo(RomanianTime.FromLocal(RomanianTime.ToLocal(site.Clock.Now).Date.AddDays(32).AddHours(3)));
        await site.RunJobAsync<RemindOfDueAnswers>();
        Assert.Equal(0, await site.CountAsync<Mail>());

        site.Clock.Move(TimeSpan.FromHours(6));
        await site.RunJobAsync<RemindOfDueAnswers>();

        Assert.Equal(MailKind.RecommendationAnswerLate, (await site.InDataAsync(db => db.Mails.SingleAsync())).Kind);
    }

    /// <returns>Where it is answered.</returns>
    private static async Task<string> WaitingAsync(Site site, bool isIdea)
    {
        if (isIdea)
        {
            return $"/staff/bacau/initiatives/{(await site.Given.PublishedAsync()).Number}";
        }

        await site.Given.SentRecommendationAsync();
        return $"{Recommendations}/1/answer";
    }

    private static void Write(Page page, string sentence, string followsOn, string decision = "Accepted", string reason = "GoodIdea") => page
        .Choose("Input.Decision", decision).Choose("Input.Reason", reason).Fill("Input.Sentence", sentence).Fill("Input.Young", "Da! O facem.")
        .Fill("Input.Follows", "Montăm doi stâlpi noi.").Fill("Input.FollowsOn", followsOn).Fill("Input.Office", "Direcția Tehnică");
}
