using System.Net;
using System.Text;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.ActionPlans;

/// <summary>Pictures of a plan with the same figures as a table and as a file.</summary>
public sealed class StepsTests
{
    [Fact]
    public async Task The_steps_of_a_plan_are_a_picture_a_table_and_a_file_with_the_same_figures()
    {
        await using var site = await Site.StartAsync();
        await WithStepsAsync(site);

        var page = (await site.Guest().OpenAsync("/ro/bacau/plan")).ShouldShow("plan.steps");

        var chart = page.Document.QuerySelector("section[aria-labelledby=steps] svg.chart")!;
        Assert.Contains("Făcuți: 1, în întârziere: 1, urmează: 2.", chart.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal((1, 1, 1), (chart.QuerySelectorAll(".step--done").Length, chart.QuerySelectorAll(".step--late").Length, chart.QuerySelectorAll(".step--tocome").Length));
        Assert.Equal("2", chart.QuerySelector(".step-number")!.TextContent);
        Assert.NotNull(chart.QuerySelector(".step-today"));
        Assert.Equal(["01.2026", "02.2026", "05.2026"], page.Document.QuerySelectorAll("section[aria-labelledby=steps] tbody th").Select(t => t.TextContent));
        Assert.Equal(["Făcut: 1", "Întârzie: 1", "Urmează: 2"], page.Document.QuerySelectorAll("section[aria-labelledby=steps] tbody td").Select(t => t.TextContent));
        var file = await FileAsync(site, "/ro/bacau/plan?handler=Steps");
        Assert.Equal(5, file.Length);
        Assert.Equal("1;<b>Leagăn</b> „nou” مرحبا 🎈;Joacă și familie;'=1+1;2026-01-15;2026-01-20", file[1].Trim('\uFEFF'));
    }

    [Fact]
    public async Task A_plan_without_steps_has_no_picture_of_them_and_none_for_the_youngest_has_a_file()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();

        Assert.Null((await site.Guest().OpenAsync("/ro/bacau/plan")).Document.QuerySelector("#steps"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().FetchAsync("/ro/brasov/plan?handler=Steps")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().FetchAsync("/ro/bacau/plan/measures/1?handler=Values&indicator=7")).StatusCode);
    }

    [Fact]
    public async Task Overview_money_and_indicators_come_as_files()
    {
        await using var site = await Site.StartAsync();
        await WithStepsAsync(site);

        var overview = await FileAsync(site, "/ro/bacau/plan?handler=Overview");
        Assert.Contains("Joacă și familie;1;0;0;0;0;1234.5;0", overview);
        var money = await FileAsync(site, "/ro/bacau/plan/measures/1?handler=Money");
        Assert.Equal("2026;bugetul local;1234.5;0;0", money[1]);
        var values = await FileAsync(site, "/ro/bacau/plan/measures/1?handler=Values&indicator=1");
        Assert.Equal([$"2025;1.5;{site.Texts()["plan.indicator.baseline"]}", $"2027;4;{site.Texts()["plan.indicator.target"]}"], values[1..]);
    }

    private static async Task<string[]> FileAsync(Site site, string path)
    {
        var answer = await site.Guest().FetchAsync(path);
        Assert.Equal(("text/csv", HttpStatusCode.OK), (answer.Content.Headers.ContentType!.MediaType, answer.StatusCode));
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task WithStepsAsync(Site site)
    {
        await site.Given.MeasureAsync();
        await site.InDataAsync(async db =>
        {
            var measure = await db.Measures.Include(m => m.Milestones).Include(m => m.Budget).Include(m => m.Indicators).SingleAsync();
            measure.PlanMilestones(
            [
                ("=1+1", new DateOnly(2026, 1, 15), new DateOnly(2026, 1, 20)), ("Proiect", new DateOnly(2026, 2, 1), null), ("Lucrări", new DateOnly(2026, 5, 1), null), ("Recepție", new DateOnly(2026, 5, 30), null),
            ], Given.CouncilStaff, site.Clock.Now);
            measure.PlanBudget([new BudgetLine(measure.Id, 2026, BudgetSource.Local, 123450, 0, 0)], Given.CouncilStaff, site.Clock.Now);
            var indicator = Indicator.Of(measure);
            indicator.Define("Bănci", "Câte bănci", "bănci", (2025, 1500), (2027, 4000), fallsWhenBetter: false);
            measure.Measured(indicator, Given.CouncilStaff, site.Clock.Now);
            return await db.SaveChangesAsync();
        });
    }
}
