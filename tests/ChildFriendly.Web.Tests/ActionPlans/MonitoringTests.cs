using System.Net;
using System.Text;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.ActionPlans.Monitoring;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.ActionPlans;

public sealed class MonitoringTests
{
    private const string Desk = "/staff/bacau/plan/monitoring";

    [Fact]
    public async Task A_report_is_written_published_and_its_figures_stay_as_they_were()
    {
        await using var site = await Site.StartAsync();
        await AYearAsync(site);
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);
        var form = await PressAsync(await staff.OpenAsync(Desk), "Begin");
        (await form.PressAsync("desk.monitoring.publish")).ShouldRefuse(MonitoringRules.SummaryMissing);
        (await form.Fill("Input.Summary", "A mers bine. <b>").PressAsync("desk.monitoring.publish")).ShouldRefuse(MonitoringRules.YoungMissing);
        (await form.Fill("Input.Young", "Am făcut umbră!").PressAsync("desk.monitoring.publish")).ShouldRefuse(MonitoringRules.MissingMissing);
        (await site.Guest().OpenAsync("/ro/bacau/plan/monitoring/2026")).ShouldHaveStatus(HttpStatusCode.NotFound);

        (await form.Fill("Input.Missing", "Cei mici.").PressAsync("desk.monitoring.publish")).ShouldShow("told.monitoring-published");

        var page = (await site.Guest().OpenAsync("/ro/bacau/plan/monitoring/2026")).ShouldShowText("A mers bine. <b>").ShouldShowText("Cei mici.");
        var frozen = await site.InDataAsync(db => db.MonitoringReports.AsNoTracking().SingleAsync());
        var file = await (await site.Guest().FetchAsync("/ro/bacau/plan/monitoring/2026/data")).Content.ReadAsByteArrayAsync();
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)), frozen.Checksum);
        page.ShouldShowText(frozen.Checksum!);

        // What changes afterwards does not change what was published.
        await site.InDataAsync(async db =>
        {
            (await db.Measures.SingleAsync()).Report(MeasureStage.Done, "Gata.", "Primăria", Given.CouncilStaff, site.Clock.Now);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(file, await (await site.Guest().FetchAsync("/ro/bacau/plan/monitoring/2026/data?fresh")).Content.ReadAsByteArrayAsync());
        Assert.Equal(MeasureStage.Late, MonitoringFigures.Read(Encoding.UTF8.GetString(file)).Measures.Single().Stage);
        var young = await site.Given.SignedInAsync(await site.Given.ChildAsync(band: AgeBand.From6To10));
        (await young.OpenAsync("/ro/bacau/plan/monitoring/2026")).ShouldShowText("Am făcut umbră!").ShouldNotShowText("A mers bine.");
        (await site.Guest().OpenAsync("/ro/bacau/plan?fresh")).ShouldShow("monitoring.link");
        await site.ShouldHaveAuditedAsync<MonitoringPublished>(frozen.Id, Role.CouncilStaff);
    }

    [Fact]
    public async Task A_correction_is_another_edition_that_says_why_and_the_first_stays()
    {
        await using var site = await Site.StartAsync();
        await AYearAsync(site);
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);
        await PublishAsync(staff, "Întâi.");
        (await PressAsync(await staff.OpenAsync(Desk), "Correct")).ShouldShow("told.monitoring-not-corrected");

        var form = await PressAsync((await staff.OpenAsync(Desk)).Fill("because", "O sumă era greșită."), "Correct");
        Assert.Equal("Întâi.", form.ValueOf("Input.Summary"));
        (await form.Fill("Input.Summary", "A doua oară.").PressAsync("desk.monitoring.publish")).ShouldShow("told.monitoring-published");

        (await site.Guest().OpenAsync("/ro/bacau/plan/monitoring/2026?fresh")).ShouldShowText("A doua oară.").ShouldShowText("O sumă era greșită.");
        (await site.Guest().OpenAsync("/ro/bacau/plan/monitoring/2026?edition=1")).ShouldShowText("Întâi.").ShouldShow("monitoring.older-edition");
        (await site.Guest().OpenAsync("/ro/bacau/plan/monitoring/2026?edition=3")).ShouldHaveStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Small_numbers_of_children_are_not_told_and_others_are()
    {
        await using var site = await Site.StartAsync();
        for (var i = 0; i < 12; i++)
        {
            await site.Given.ChildAsync(band: i < 11 ? AgeBand.From11To13 : AgeBand.From14To17);
        }

        await AYearAsync(site);

        var reach = (await site.InDataAsync(async db => await db.MonitorAsync(await db.ActionPlans.SingleAsync(), 2026, isExample: false, site.Clock.Now))).Reach;

        Assert.Equal(12, reach.Children);
        Assert.All(reach.Bands, b => Assert.Null(b.Children));
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_sees_it_and_loses_nothing()
    {
        await using var site = await Site.StartAsync();
        await AYearAsync(site);
        var (one, two) = (await site.Given.SignedInAsync(Role.CouncilStaff), await site.Given.SignedInAsync(Role.CouncilStaff));
        await PressAsync(await one.OpenAsync(Desk), "Begin");
        var (first, second) = (await one.OpenAsync($"{Desk}/2026"), await two.OpenAsync($"{Desk}/2026"));
        (await first.Fill("Input.Summary", "Unu.").PressAsync("desk.monitoring.save")).ShouldShow("told.monitoring-saved");

        var refused = (await second.Fill("Input.Summary", "Doi.").PressAsync("desk.monitoring.save")).ShouldRefuse(Refusal.ChangedMeanwhile);

        Assert.Equal("Doi.", refused.ValueOf("Input.Summary"));
        (await refused.PressAsync("desk.monitoring.save")).ShouldShow("told.monitoring-saved");
    }

    [Fact]
    public async Task Only_years_of_the_plan_that_are_over_are_reported_on()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);

        (await staff.OpenAsync(Desk)).ShouldShow("desk.monitoring.no-year");

        (await staff.OpenAsync($"{Desk}/2026")).ShouldHaveStatus(HttpStatusCode.NotFound);
    }

    /// <summary>A measure that is late, at the end of the first year of the plan.</summary>
    private static async Task AYearAsync(Site site)
    {
        await site.Given.MeasureAsync(MeasureStage.Late);
        site.Clock.MoveTo(RomanianTime.StartOf(new DateOnly(2027, 1, 20)));
    }

    private static Task<Page> PressAsync(Page page, string handler) => page.SubmitAsync(page.Document.QuerySelector($"form[action*={handler}] button")!);

    private static async Task PublishAsync(Guest staff, string summary)
    {
        var form = await PressAsync(await staff.OpenAsync(Desk), "Begin");
        (await form.Fill("Input.Summary", summary).Fill("Input.Young", "Umbră!").Fill("Input.Missing", "Nimeni, am numărat.").PressAsync("desk.monitoring.publish")).ShouldShow("told.monitoring-published");
    }
}
