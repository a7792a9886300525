using System.Net;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.FocusGroups;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.AdvisoryCouncils;

public sealed class CouncilTests
{
    [Fact]
    public async Task A_recommendation_is_recorded_answered_and_shown_at_the_measure()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PlanAsync();
        var coordinator = await site.Given.SignedInAsync(Role.CouncilCoordinator);
        var form = await coordinator.OpenAsync("/staff/bacau/council/recommendations/new");
        form.Fill("Input.Name", "Lumină pe alei").Fill("Input.Text", "Cerem lumină <b>.").Fill("Input.Addressee", "Consiliul Local");
        (await form.PressAsync("desk.council.new.send")).ShouldShow("told.recommended");
        var recommendation = await site.InDataAsync(db => db.Recommendations.SingleAsync());
        await site.ShouldHaveAuditedAsync<RecommendationSent>(recommendation.Id, Role.CouncilCoordinator);

        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var answer = await desk.OpenAsync("/staff/bacau/council/recommendations/1/answer");
        answer.Choose("Input.Decision", "PartlyAccepted").Choose("Input.Reason", "").Fill("Input.Sentence", "Începem cu două alei.").Fill("Input.Young", "Facem lumină.").Fill("Input.Follows", "Montăm stâlpii în mai.").Fill("Input.Office", "Direcția Tehnică");
        (await answer.PressAsync("desk.initiatives.answer.send")).ShouldShow("told.answered");
        (await answer.PressAsync("desk.initiatives.answer.send")).ShouldShow("told.answered");
        var late = await answer.Fill("Input.Sentence", "Alt motiv.").PressAsync("desk.initiatives.answer.send");
        late.ShouldRefuse(RecommendationRules.NotWaiting);
        Assert.Equal("Alt motiv.", late.ValueOf("Input.Sentence"));
        var measure = await desk.OpenAsync("/staff/bacau/plan/new");
        measure.Fill("Input.Name", "Lumină").Fill("Input.Text", "T").Fill("Input.Responsible", "S").Fill("Input.DueOn", "2026-09-01").Choose("Input.Goal", "Environment");
        await measure.PressAsync("desk.plan.new.do");
        var view = await coordinator.OpenAsync("/staff/bacau/council/measures/1");
        view.Choose("Input.Recommendation", "1").Fill("Input.View", "E un început bun.");
        var stale = await coordinator.OpenAsync("/staff/bacau/council/measures/1");
        (await view.PressAsync("desk.council.view.save")).ShouldShow("told.viewed");
        var refused = await stale.Choose("Input.Recommendation", "1").Fill("Input.View", "Altă părere.").PressAsync("desk.council.view.save");
        refused.ShouldRefuse(Refusal.ChangedMeanwhile).ShouldShowText("E un început bun.");
        Assert.Equal("Altă părere.", refused.ValueOf("Input.View"));
        Assert.NotNull((await coordinator.OpenAsync("/staff/bacau/council/measures/1")).Document.QuerySelector("input[name='Input.Recommendation'][checked]"));

        (await (await coordinator.OpenAsync("/staff/bacau/council/measures/1")).Choose("Input.Recommendation", "0").PressAsync("desk.council.view.save")).ShouldShow("told.viewed");
        Assert.Null(await site.InDataAsync(db => db.Measures.Select(m => m.RecommendationId).SingleAsync()));
        Assert.Equal("0", (await coordinator.OpenAsync("/staff/bacau/council/measures/1")).Document.QuerySelector("input[name='Input.Recommendation'][checked]")!.GetAttribute("value"));
        await (await coordinator.OpenAsync("/staff/bacau/council/measures/1")).Choose("Input.Recommendation", "1").PressAsync("desk.council.view.save");
        var page = await site.Guest().OpenAsync("/ro/bacau/plan/measures/1");
        Assert.Contains("E un început bun.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Lumină pe alei", page.Text, StringComparison.Ordinal);
        Assert.Contains("Începem cu două alei.", (await site.Guest().OpenAsync("/ro/bacau/council/recommendations/1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_answer_is_shown_in_days_on_the_home_of_the_locality()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SentRecommendationAsync();
        await site.Given.PublishedAsync();
        Assert.DoesNotContain(site.Texts()["locality.late"], (await site.Guest().OpenAsync("/ro/bacau")).Text, StringComparison.Ordinal);

        site.Clock.Move(TimeSpan.FromDays(RecommendationRules.DaysToAnswer + 5));
        var home = await site.Guest().OpenAsync("/ro/bacau?fresh");

        home.ShouldShow("locality.late");
        Assert.Equal(2, home.Document.QuerySelectorAll(".overdue").Length);
        Assert.Contains(site.Texts().Count("overdue.answer", 5), home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_facilitator_records_a_group_as_numbers_and_what_was_said_waits_for_a_moderator()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var facilitator = await site.Given.SignedInAsync(Role.Facilitator);
        var form = await facilitator.OpenAsync("/staff/bacau/focus-groups/new");
        form.Choose("Input.Place", "School").Fill("Input.Topic", "Curtea școlii").Fill("Input.DecisionMaker", "Primăria").Fill("Input.From6To10", "8");
        for (var i = 0; i < 3; i++)
        {
            form.Fill($"Input.Findings[{i}].Statement", $"Vrem umbră {i} <b>").Fill($"Input.Findings[{i}].Agreed", "9").Choose($"Input.Findings[{i}].Goal", "Play");
        }

        form.Choose("Input.Findings[0].Consultation", $"{vote.Number}");
        var refused = await form.PressAsync("desk.focus-groups.new.save");
        refused.ShouldRefuse(FocusGroupRules.MoreAgreedThanThere);
        Assert.Equal("Vrem umbră 1 <b>", refused.ValueOf("Input.Findings[1].Statement"));
        for (var i = 0; i < 3; i++)
        {
            form.Fill($"Input.Findings[{i}].Agreed", "7");
        }

        (await form.PressAsync("desk.focus-groups.new.save")).ShouldShow("told.group-recorded");
        (await site.Guest().OpenAsync("/ro/bacau/focus-groups")).ShouldShow("focus-groups.none");
        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        var item = await (await moderator.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        for (var i = 0; i < 3; i++)
        {
            item = await item.Choose("Input.Decision", "Published").PressAsync("desk.moderation.decide");
        }

        item.ShouldShow("desk.moderation.empty");
        Assert.Contains("Vrem umbră 0 <b>", (await site.Guest().OpenAsync("/ro/bacau/focus-groups")).Text, StringComparison.Ordinal);
        Assert.Contains("Vrem umbră 0 <b>", (await site.Guest().OpenAsync($"/ro/bacau/consultations/{vote.Number}?fresh")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.InDataAsync(db => db.ModerationCases.CountAsync(c => c.DecidedAt == null)));
    }

    [Fact]
    public async Task A_finding_that_was_not_published_is_written_anew_and_one_that_was_is_linked_to_a_vote_later()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var facilitator = await site.Given.SignedInAsync(Role.Facilitator);
        var form = await facilitator.OpenAsync("/staff/bacau/focus-groups/new");
        form.Choose("Input.Place", "School").Fill("Input.Topic", "Curtea școlii").Fill("Input.DecisionMaker", "Primăria").Fill("Input.From6To10", "8");
        for (var i = 0; i < 3; i++)
        {
            form.Fill($"Input.Findings[{i}].Statement", $"Ionel vrea umbră {i}").Fill($"Input.Findings[{i}].Agreed", "7").Choose($"Input.Findings[{i}].Goal", "Play");
        }

        await form.PressAsync("desk.focus-groups.new.save");
        var moderator = await site.Given.SignedInAsync(Role.Moderator);
        var item = await (await moderator.OpenAsync("/staff/bacau/moderation")).FollowAsync("desk.moderation.first");
        item.ShouldShow("desk.moderation.finding-not-published").ShouldNotShow("desk.moderation.rule.2");
        await item.Choose("Input.Decision", "NotPublished").Choose("Input.Reason", "NamesAPerson").Fill("Input.Sentence", "Scoate numele.").PressAsync("desk.moderation.decide");
        var refused = await site.InDataAsync(db => db.Findings.AsNoTracking().SingleAsync(f => f.ReasonKey != null));
        var page = await facilitator.OpenAsync($"/staff/bacau/focus-groups/findings/{refused.Id}");

        page.ShouldShowText("Scoate numele.");
        (await page.Fill("Input.Statement", "").PressAsync("desk.focus-groups.finding.send")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
        (await page.Fill("Input.Statement", "Vrem umbră.").PressAsync("desk.focus-groups.finding.send")).ShouldShow("told.finding-corrected");
        (await page.PressAsync("desk.focus-groups.finding.send")).ShouldRefuse(FocusGroupRules.NothingToCorrect);
        Assert.Equal(3, await site.InDataAsync(db => db.ModerationCases.CountAsync(c => c.DecidedAt == null)));
        (await facilitator.OpenAsync($"/staff/bacau/focus-groups/findings/{refused.Id}")).ShouldShow("desk.focus-groups.finding.waiting");
        var linking = await facilitator.OpenAsync($"/staff/bacau/focus-groups/findings/{refused.Id}");
        (await linking.Choose("Input.Consultation", $"{vote.Number}").PressAsync("desk.focus-groups.finding.link")).ShouldShow("told.finding-linked");
        Assert.Equal(vote.Id, (await site.InDataAsync(db => db.Findings.AsNoTracking().SingleAsync(f => f.Id == refused.Id))).ConsultationId);
        (await (await site.Given.SignedInAsync(Role.Facilitator, "brasov")).OpenAsync($"/staff/brasov/focus-groups/findings/{refused.Id}")).ShouldHaveStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_town_hall_answers_an_idea_with_a_reason()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var idea = await site.Given.PublishedAsync(child);
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var page = await desk.OpenAsync($"/staff/bacau/initiatives/{idea.Number}");

        page = await page.PressAsync("desk.initiatives.take-up");
        page.ShouldShow("told.taken-up");
        (await page.PressAsync("desk.initiatives.answer.send")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity)
            .ShouldShow("desk.initiatives.answer.decision.required").ShouldShow("desk.initiatives.answer.reason.required");
        page.Choose("Input.Decision", "NotNow").Choose("Input.Reason", "GoodIdea").Fill("Input.Sentence", "Da, dar nu.").Fill("Input.Young", "Nu.").Fill("Input.Follows", "Vedem la anul.").Fill("Input.Office", "Serviciul Parcuri");
        Assert.Equal("Da, dar nu.", (await page.PressAsync("desk.initiatives.answer.send")).ShouldRefuse(InitiativeRules.ReasonDoesNotFit).ValueOf("Input.Sentence"));
        page.Choose("Input.Decision", "NotNow").Choose("Input.Reason", "NoMoneyThisYear").Fill("Input.Sentence", "La anul, <promitem>.").Fill("Input.Office", "Serviciul Parcuri");
        (await page.PressAsync("desk.initiatives.answer.send")).ShouldShow("told.answered");
        (await page.PressAsync("desk.initiatives.answer.send")).ShouldShow("told.answered");
        // The same words with another decision are another answer, and not one that is published already.
        (await page.Choose("Input.Decision", "Declined").Choose("Input.Reason", "NotSafe").PressAsync("desk.initiatives.answer.send")).ShouldRefuse(InitiativeRules.NotAnswerable);

        var shown = await site.Guest().OpenAsync($"/ro/bacau/initiatives/{idea.Number}");
        shown.ShouldShow("initiatives.reason.NoMoneyThisYear");
        Assert.Contains("La anul, <promitem>.", shown.Text, StringComparison.Ordinal);
        await site.ShouldHaveAuditedAsync<InitiativeAnswered>(idea.Id, Role.CouncilStaff);
        (await (await site.Given.SignedInAsync(child)).OpenAsync("/ro/me")).ShouldShow("me.stage.NotNow");
    }
}
