using System.Net;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.ActionPlans;

public sealed class PlanTests
{
    [Fact]
    public async Task An_accepted_idea_becomes_a_measure_and_moves_with_its_progress()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PlanAsync();
        var idea = await site.Given.AcceptedAsync();
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);

        var form = await desk.OpenAsync($"/staff/bacau/plan/new?initiative={idea.Number}");
        Assert.Equal(Given.HostileTitle, form.ValueOf("Input.Name"));
        form.Fill("Input.Text", "Punem leagăne.").Fill("Input.Responsible", "Serviciul Parcuri").Fill("Input.DueOn", "2026-09-01").Fill("Input.BudgetLei", "1.500");
        foreach (var wrong in new[] { "aproximativ", "200.000,50", "-", "١٢٣" })
        {
            var refused = await form.Fill("Input.BudgetLei", wrong).PressAsync("desk.plan.new.do");
            refused.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("desk.plan.new.budget.invalid");
            Assert.Equal((wrong, "Punem leagăne."), (refused.ValueOf("Input.BudgetLei"), refused.ValueOf("Input.Text")));
        }

        foreach (var right in new[] { "5", "5000", "25000", "25 000", "1.500.000", "" })
        {
            (await form.Fill("Input.DueOn", "1999-09-01").Fill("Input.BudgetLei", right).PressAsync("desk.plan.new.do")).ShouldRefuse(MeasureRules.DueInThePast).ShouldNotShow("desk.plan.new.budget.invalid");
        }

        form.Fill("Input.DueOn", "2026-09-01");
        (await form.Fill("Input.BudgetLei", "1.500").PressAsync("desk.plan.new.do")).ShouldShow("told.included");
        Assert.Equal(InitiativeStage.InPlan, await StageAsync(site, idea));
        (await form.PressAsync("desk.plan.new.do")).ShouldShow("told.included");
        Assert.Equal(1, await site.CountAsync<Measure>());
        (await desk.OpenAsync($"/staff/bacau/plan/new?initiative={idea.Number}")).ShouldRefuse(MeasureRules.InitiativeNotReady);

        await ReportAsync(desk, "OnTrack", "Am comandat.");
        Assert.Equal(InitiativeStage.InProgress, await StageAsync(site, idea));
        await ReportAsync(desk, "Done", "Gata!");
        Assert.Equal(InitiativeStage.Done, await StageAsync(site, idea));

        var measure = await site.Guest().OpenAsync("/ro/bacau/plan/measures/1");
        Assert.Contains("Am comandat.", measure.Text, StringComparison.Ordinal);
        Assert.Contains("1.500\u00A0lei".Replace('\u00A0', ' '), measure.Text, StringComparison.Ordinal);
        await site.Given.CheckedAsync(measure: 1, CheckAnswer.CanSee, CheckRules.Fewest - 1);
        Assert.Equal(InitiativeStage.Done, await StageAsync(site, idea));
        await site.Given.CheckedAsync(measure: 1, CheckAnswer.CanSee, 1);
        Assert.Equal(InitiativeStage.ConfirmedByChildren, await StageAsync(site, idea));
        await site.ShouldHaveAuditedAsync<InitiativeConfirmed>(idea.Id, byRole: null);
    }

    [Fact]
    public async Task A_measure_that_carries_the_title_of_an_idea_is_named_by_the_town_halls_words_once_the_idea_is_taken_down()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PlanAsync();
        var idea = await site.Given.AcceptedAsync();
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        await (await desk.OpenAsync($"/staff/bacau/plan/new?initiative={idea.Number}"))
            .Fill("Input.Text", "Punem leagăne. În mai.").Fill("Input.Responsible", "Serviciul Parcuri").Fill("Input.DueOn", "2026-09-01").PressAsync("desk.plan.new.do");
        await site.InDataAsync(async db =>
        {
            (await db.Initiatives.SingleAsync()).RequestRemoval(site.Clock.Now);
            return await db.SaveChangesAsync();
        });
        var removals = new List<Page>();
        for (var i = 0; i < 4; i++)
        {
            removals.Add(await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync($"/staff/bacau/moderation/removals/{idea.Number}"));
        }

        // Pressed by several hands at the same moment: each reads that it is down.
        Assert.All(await Task.WhenAll(removals.Select(r => r.PressAsync("desk.moderation.removal.do"))), p => p.ShouldShow("told.removed"));

        var measure = await site.Guest().OpenAsync("/ro/bacau/plan/measures/1");
        Assert.Equal("Punem leagăne", measure.Document.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(Given.HostileTitle, measure.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_go_into_the_plan_is_said_before_anything_is_typed()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PlanAsync();
        var idea = await site.Given.PublishedAsync();
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);

        var page = await desk.OpenAsync($"/staff/bacau/plan/new?initiative={idea.Number}");
        page.ShouldRefuse(MeasureRules.InitiativeNotReady);
        Assert.Null(page.Document.QuerySelector("[name='Input.Text']"));

        var form = await desk.OpenAsync("/staff/bacau/plan/new");
        form.Fill("Input.Name", "M").Fill("Input.Text", "Scris cu grijă").Fill("Input.Responsible", "S").Fill("Input.DueOn", "1999-09-01").Choose("Input.Goal", "Play");
        var refused = await form.PressAsync("desk.plan.new.do");
        Assert.Equal("Scris cu grijă", refused.ShouldRefuse(MeasureRules.DueInThePast).ValueOf("Input.Text"));
        Assert.Equal(0, await site.CountAsync<Measure>());
    }

    [Fact]
    public async Task A_stopped_measure_returns_the_idea_with_the_reason()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PlanAsync();
        var idea = await site.Given.AcceptedAsync();
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var form = await desk.OpenAsync($"/staff/bacau/plan/new?initiative={idea.Number}");
        await form.Fill("Input.Text", "T").Fill("Input.Responsible", "S").Fill("Input.DueOn", "2026-09-01").PressAsync("desk.plan.new.do");

        await ReportAsync(desk, "Stopped", "Terenul nu e al nostru.");

        Assert.Equal(InitiativeStage.UnderReview, await StageAsync(site, idea));
        Assert.Contains("Terenul nu e al nostru.", (await site.Guest().OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_send_twice_is_saved_once()
    {
        await using var site = await Site.StartAsync();
        await site.Given.PlanAsync();
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var coordinator = await site.Given.SignedInAsync(Role.CouncilCoordinator);
        var measure = await desk.OpenAsync("/staff/bacau/plan/new");
        measure.Fill("Input.Name", "M").Fill("Input.Text", "T").Fill("Input.Responsible", "S").Fill("Input.DueOn", "2026-09-01").Choose("Input.Goal", "Play");
        var recommendation = await coordinator.OpenAsync("/staff/bacau/council/recommendations/new");
        recommendation.Fill("Input.Name", "R").Fill("Input.Text", "T").Fill("Input.Addressee", "Primarul");

        for (var i = 0; i < 2; i++)
        {
            (await measure.PressAsync("desk.plan.new.do")).ShouldShow("told.included");
            (await recommendation.PressAsync("desk.council.new.send")).ShouldShow("told.recommended");
        }

        var report = (await desk.OpenAsync("/staff/bacau/plan/1/progress")).Choose("Input.Stage", "OnTrack").Fill("Input.Text", "Am început.");
        (await report.PressAsync("desk.plan.progress.publish")).ShouldShow("told.reported");
        (await report.PressAsync("desk.plan.progress.publish")).ShouldShow("told.reported");

        Assert.Equal(1, await site.CountAsync<Measure>());
        Assert.Equal(1, await site.CountAsync<Core.AdvisoryCouncils.Recommendation>());
        Assert.Equal(1, await site.CountAsync<ProgressUpdate>());
    }

    [Fact]
    public async Task Without_a_plan_one_is_published_first()
    {
        await using var site = await Site.StartAsync();
        (await site.Guest().OpenAsync("/ro/bacau/plan")).ShouldShow("plan.none");
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);

        var start = await (await desk.OpenAsync("/staff/bacau/plan")).FollowAsync("desk.plan.start.title");
        (await start.Fill("Input.ToYear", "2021").PressAsync("desk.plan.start.do")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
        start.Fill("Input.ToYear", "2028").Fill("Input.Name", "Planul nostru").Fill("Input.Summary", "Pe scurt.").Choose("Input.IsAdopted", "True");
        (await start.PressAsync("desk.plan.start.do")).ShouldShow("told.plan-started");
        await start.PressAsync("desk.plan.start.do");

        Assert.Equal(1, await site.CountAsync<ActionPlan>());
        Assert.Contains("Planul nostru", (await site.Guest().OpenAsync("/ro/bacau/plan")).Text, StringComparison.Ordinal);
    }

    private static async Task ReportAsync(Guest desk, string stage, string text)
    {
        var form = await desk.OpenAsync("/staff/bacau/plan/1/progress");
        (await form.Choose("Input.Stage", stage).Fill("Input.Text", text).PressAsync("desk.plan.progress.publish")).ShouldShow("told.reported");
    }

    private static Task<InitiativeStage> StageAsync(Site site, Initiative idea) =>
        site.InDataAsync(db => db.Initiatives.Where(i => i.Id == idea.Id).Select(i => i.Stage).SingleAsync());
}
