using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.ActionPlans;

public sealed class NeedsTests
{
    private const string Needs = "/staff/bacau/plan/needs";

    [Fact]
    public async Task A_measure_nobody_reported_on_for_two_months_needs_a_report_and_then_no_more()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync(MeasureStage.OnTrack);
        await site.Given.MeasureAsync(MeasureStage.Done);
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);
        (await staff.OpenAsync(Needs)).ShouldShow("desk.plan.needs.none");

        site.Clock.Move(TimeSpan.FromDays(PlanNeeds.StaleAfterDays + 1));
        var again = await site.Given.SignedInAsync(Role.CouncilStaff);
        var page = await again.OpenAsync(Needs);

        page.ShouldShow("desk.plan.need.Stale");
        Assert.Equal(["/staff/bacau/plan/1/progress"], Links(page));
        await (await again.OpenAsync(Links(page)[0])).Choose("Input.Stage", nameof(MeasureStage.OnTrack)).Fill("Input.Text", "Mergem mai departe.").PressAsync("desk.plan.progress.publish");
        (await again.OpenAsync(Needs)).ShouldShow("desk.plan.needs.none");
    }

    [Fact]
    public async Task Late_measures_steps_missing_values_and_doubts_lead_to_their_forms()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync(MeasureStage.OnTrack);
        await site.Given.MeasureAsync(MeasureStage.Done);
        await site.InDataAsync(async db =>
        {
            var measures = await db.Measures.Include(m => m.Milestones).Include(m => m.Indicators).OrderBy(m => m.Number).ToListAsync();
            measures[0].PlanMilestones([("Stâlpii", new DateOnly(2026, 4, 1), null), ("Actele", new DateOnly(2026, 4, 2), new DateOnly(2026, 4, 2))], Given.CouncilStaff, site.Clock.Now);
            var indicator = Indicator.Of(measures[0]);
            indicator.Define("Bănci", "Câte.", "bănci", (2025, 0), (2028, 9000), fallsWhenBetter: false);
            measures[0].Measured(indicator, Given.CouncilStaff, site.Clock.Now);
            measures[1].Doubt(site.Clock.Now);
            return await db.SaveChangesAsync();
        });
        site.Clock.MoveTo(new DateTime(2027, 2, 1, 10, 0, 0, DateTimeKind.Utc));
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);

        var page = await staff.OpenAsync(Needs);

        Assert.Equal(["/staff/bacau/plan/2/progress", "/staff/bacau/plan/1/progress", "/staff/bacau/plan/1/milestones", "/staff/bacau/plan/1/indicators/1/value?year=2026"], Links(page));
        Assert.Equal("2026", (await staff.OpenAsync(Links(page)[3])).ValueOf("Input.Year"));
        (await staff.OpenAsync("/staff")).ShouldShowText(site.Texts().Count("staff.waiting", 4));
        (await staff.OpenAsync("/staff/bacau/plan")).ShouldShowText("(4)");
    }

    private static List<string> Links(Page page) => [.. page.Document.QuerySelectorAll("main ul.links a").Select(a => a.GetAttribute("href")!)];
}
