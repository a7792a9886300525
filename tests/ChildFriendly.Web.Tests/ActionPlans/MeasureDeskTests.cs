using System.Net;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.ActionPlans;

public sealed class MeasureDeskTests
{
    private const string Desk = "/staff/bacau/plan/1";

    [Fact]
    public async Task A_measure_is_rewritten_and_everybody_reads_what_changes_for_children()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);

        var form = await staff.OpenAsync($"{Desk}/edit");
        (await form.Fill("Input.Article", "43").PressAsync("desk.plan.save")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
        var saved = await form.Fill("Input.Article", "31").Fill("Input.WhatChanges", "Ai <b>umbră</b>.").Fill("Input.Partners", "Școala 5").Fill("Input.Risks", "Gerul").PressAsync("desk.plan.save");

        saved.ShouldShow("told.measure-revised").ShouldShowText("Ai <b>umbră</b>.");
        (await site.Guest().OpenAsync("/ro/bacau/plan/measures/1")).ShouldShow("plan.what-changes").ShouldShowText("Ai <b>umbră</b>.").ShouldShowText("Școala 5")
            .ShouldShowText(site.Texts()["plan.article.of", ("number", 31)]);
        var audit = await site.InDataAsync(db => db.Audit.Where(a => a.What == nameof(MeasureRevised)).Select(a => a.Details).SingleAsync());
        Assert.Contains("Article WhatChanges Partners Risks", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_edit_at_once_keep_both_and_where_they_differ_the_second_chooses()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        var first = await (await site.Given.SignedInAsync(Role.CouncilStaff)).OpenAsync($"{Desk}/edit");
        var second = await (await site.Given.SignedInAsync(Role.CouncilStaff)).OpenAsync($"{Desk}/edit");
        var third = await (await site.Given.SignedInAsync(Role.CouncilStaff)).OpenAsync($"{Desk}/edit");
        await first.Fill("Input.Responsible", "Direcția Drumuri").PressAsync("desk.plan.save");

        (await second.Fill("Input.Partners", "Școala 5").PressAsync("desk.plan.save")).ShouldShow("told.measure-merged").ShouldShowText("Direcția Drumuri").ShouldShowText("Școala 5");
        var differs = await third.Fill("Input.Responsible", "Direcția Verde").Fill("Input.Risks", "Gerul").PressAsync("desk.plan.save");
        differs.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("desk.plan.both-changed").ShouldShowText("Direcția Drumuri");
        Assert.Equal("Direcția Verde", differs.ValueOf("Input.Responsible"));
        Assert.Equal("Școala 5", differs.ValueOf("Input.Partners"));
        (await differs.PressAsync("desk.plan.save")).ShouldShow("told.measure-revised").ShouldShowText("Direcția Verde").ShouldShowText("Gerul");
    }

    [Fact]
    public async Task Money_is_kept_by_year_and_source_and_a_wrong_unit_is_asked_about()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);

        var form = await staff.OpenAsync($"{Desk}/money?year=2026");
        (await form.Fill("Input.Rows[0].Planned", "90").PressAsync("desk.plan.save")).ShouldRefuse(MoneyRules.WrongUnit);
        (await form.Fill("Input.Rows[0].Planned", "90.000").Fill("Input.Rows[0].Spent", "40 000").Fill("Input.Rows[3].Planned", "10000").PressAsync("desk.plan.save")).ShouldShow("told.measure-revised");
        (await (await staff.OpenAsync($"{Desk}/money?year=2027")).Fill("Input.Rows[0].Planned", "5000").PressAsync("desk.plan.save")).ShouldShow("told.measure-revised");
        (await staff.OpenAsync($"{Desk}/money?year=2050")).ShouldHaveStatus(HttpStatusCode.NotFound);

        var measure = await site.InDataAsync(db => db.Measures.AsNoTracking().Include(m => m.Budget).SingleAsync());
        Assert.Equal((105_000_00L, 0L, 40_000_00L), (measure.BudgetBani, measure.CommittedBani, measure.SpentBani));
        Assert.Equal([(2026, BudgetSource.Local), (2026, BudgetSource.European), (2027, BudgetSource.Local)], measure.Budget.Select(l => (l.Year, l.Source)).Order());
        (await site.Guest().OpenAsync("/ro/bacau/plan/measures/1")).ShouldShow("plan.source.European").ShouldShowText(site.Texts().Lei(105_000_00));
        var again = await staff.OpenAsync($"{Desk}/money?year=2026");
        (await again.Fill("Input.Rows[3].Planned", "").PressAsync("desk.plan.save")).ShouldShow("told.measure-revised");
        Assert.Equal(95_000_00, await site.InDataAsync(db => db.Measures.Select(m => m.BudgetBani).SingleAsync()));
    }

    [Fact]
    public async Task Steps_are_planned_done_and_emptied()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);

        var form = await staff.OpenAsync($"{Desk}/milestones");
        (await form.Fill("Input.Rows[0].Title", "Actele").PressAsync("desk.plan.save")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
        (await form.Fill("Input.Rows[0].DueOn", "2026-05-01").Fill("Input.Rows[0].DoneOn", "2031-01-01").PressAsync("desk.plan.save")).ShouldRefuse(MeasureRules.DoneInTheFuture);
        await form.Fill("Input.Rows[0].DoneOn", "").Fill("Input.Rows[1].Title", "Stâlpii").Fill("Input.Rows[1].DueOn", "2026-04-01").PressAsync("desk.plan.save");
        (await site.Guest().OpenAsync("/ro/bacau/plan/measures/1")).ShouldShow("plan.milestones").ShouldShowText("Actele");

        var again = await staff.OpenAsync($"{Desk}/milestones");
        Assert.Equal("Stâlpii", again.ValueOf("Input.Rows[0].Title"));
        await again.Fill("Input.Rows[0].Title", "").Fill("Input.Rows[0].DueOn", "").PressAsync("desk.plan.save");
        Assert.Equal(["Actele"], await site.InDataAsync(db => db.Set<Milestone>().Select(m => m.Title).ToListAsync()));
    }

    [Fact]
    public async Task An_indicator_goes_from_somewhere_to_somewhere_and_is_measured_each_year()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);

        var form = (await staff.OpenAsync($"{Desk}/indicators/0")).Fill("Input.Name", "Mașini care opresc").Fill("Input.Definition", "Din o sută.").Fill("Input.Unit", "din 100")
            .Fill("Input.Baseline", "30").Fill("Input.BaselineYear", "2025").Fill("Input.Target", "douăzeci").Fill("Input.TargetYear", "2028");
        (await form.PressAsync("desk.plan.save")).ShouldRefuse(MeasureRules.NotANumber);
        (await form.Fill("Input.Target", "20").PressAsync("desk.plan.save")).ShouldRefuse(MeasureRules.TargetBelowBaseline);
        (await form.Fill("Input.Target", "90,5").PressAsync("desk.plan.save")).ShouldShow("told.measure-revised");
        var value = await staff.OpenAsync($"{Desk}/indicators/1/value");
        await value.Fill("Input.Year", "2026").Fill("Input.Value", "42").Fill("Input.Source", "Elevii").PressAsync("desk.plan.save");
        await value.Fill("Input.Value", "43").PressAsync("desk.plan.save");

        var shown = await site.Guest().OpenAsync("/ro/bacau/plan/measures/1");
        shown.ShouldShowText("Mașini care opresc").ShouldShowText("90,5").ShouldShowText("Elevii").ShouldShowText("43");
        Assert.Equal([43_000L], await site.InDataAsync(db => db.Set<IndicatorValue>().Select(v => v.Value).ToListAsync()));
        Assert.NotNull(shown.Document.QuerySelector("svg.chart[role=img][aria-label]"));
    }

    [Fact]
    public async Task A_correction_stands_beside_what_was_said()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync(MeasureStage.OnTrack);
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);

        (await staff.OpenAsync(Desk)).ShouldShow("desk.plan.correct");
        var correct = await staff.OpenAsync($"{Desk}/progress/1/correct");
        (await correct.Fill("Input.Text", "De fapt două bănci.").PressAsync("desk.plan.correct.do")).ShouldShow("told.report-corrected");

        (await site.Guest().OpenAsync("/ro/bacau/plan/measures/1")).ShouldShowText("De fapt două bănci.").ShouldShowText("S-a lucrat.");
        await site.ShouldHaveAuditedAsync<ProgressCorrected>(await site.InDataAsync(db => db.Measures.Select(m => (Guid?)m.Id).SingleAsync()), Role.CouncilStaff);
    }

    [Fact]
    public async Task A_long_plan_is_read_from_its_overview()
    {
        await using var site = await Site.StartAsync();
        for (var i = 0; i < 41; i++)
        {
            await site.Given.MeasureAsync(i % 2 == 0 ? MeasureStage.OnTrack : MeasureStage.NotStarted, goal: i < 3 ? GoalArea.Voice : GoalArea.Play);
        }

        var plan = await site.Guest().OpenAsync("/ro/bacau/plan");
        plan.ShouldShow("plan.choose-area");
        Assert.Empty(plan.Document.QuerySelectorAll("main a[href*='/measures/']"));
        Assert.Equal(3, (await site.Guest().OpenAsync("/ro/bacau/plan?goal=Voice")).Document.QuerySelectorAll("main a[href*='/measures/']").Length);
        Assert.Equal(2, (await site.Guest().OpenAsync("/ro/bacau/plan?goal=Voice&stage=OnTrack")).Document.QuerySelectorAll("main a[href*='/measures/']").Length);
        (await site.Guest().OpenAsync("/ro/bacau/plan?goal=Nimic")).ShouldHaveStatus(HttpStatusCode.OK);
    }
}
