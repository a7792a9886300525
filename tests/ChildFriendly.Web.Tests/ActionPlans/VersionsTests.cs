using System.Net;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.ActionPlans;

public sealed class VersionsTests
{
    [Fact]
    public async Task Versions_are_kept_and_compared_measure_by_measure()
    {
        await using var site = await Site.StartAsync();
        await site.Given.DebateAsync(measures: 2);
        site.Clock.Move(TimeSpan.FromDays(15));
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        await (await desk.OpenAsync("/staff/bacau/plan/1/edit")).Fill("Input.Name", "Bănci și coșuri").PressAsync("desk.plan.save");
        await (await desk.OpenAsync("/staff/bacau/plan/2/progress")).Choose("Input.Stage", "Stopped").Fill("Input.Text", "Copiii nu o vor.").PressAsync("desk.plan.progress.publish");
        await (await desk.OpenAsync("/staff/bacau/plan/adopt")).Fill("Input.DecidedOn", "2026-03-19").PressAsync("desk.plan.adopt.do");
        await (await desk.OpenAsync("/staff/bacau/plan/new")).Fill("Input.Name", "Umbră").Fill("Input.Text", "Plantăm copaci.").Choose("Input.Goal", "Environment")
            .Fill("Input.Responsible", "Serviciul Parcuri").Fill("Input.DueOn", "2026-12-01").PressAsync("desk.plan.new.do");
        var publish = await (await desk.OpenAsync("/staff/bacau/plan")).FollowAsync("desk.plan.version.title");
        (await publish.ShouldShowText("Umbră").Fill("Input.Name", "Cu <b>umbră</b>").PressAsync("desk.plan.version.do")).ShouldShow("told.version-published");
        (await publish.PressAsync("desk.plan.version.do")).ShouldShow("told.version-published");
        (await desk.OpenAsync("/staff/bacau/plan/versions")).ShouldShow("desk.plan.versions.nothing-new");

        var versions = await (await site.Guest().OpenAsync("/ro/bacau/plan")).FollowAsync("plan.versions.title");
        versions.ShouldShowText("Cu <b>umbră</b>").ShouldShow("plan.version.of.Adopted").ShouldShow("plan.version.of.PublicDebate").ShouldShow("plan.framework.FiveGoals2018");
        Assert.Equal([1, 2, 3], await site.InDataAsync(db => db.PlanVersions.OrderBy(v => v.Number).Select(v => v.Number).ToListAsync()));
        var compared = await site.Guest().OpenAsync("/ro/bacau/plan/versions/1/compare/3");
        compared.ShouldShowText(site.Texts()["plan.compare.sum", ("added", 1), ("dropped", 1), ("changed", 1)]);
        Assert.Equal($"{Given.HostileTitle} 1", compared.Document.QuerySelector("#m1 del")!.TextContent);
        Assert.Equal("Bănci și coșuri", compared.Document.QuerySelector("#m1 ins")!.TextContent);
        compared.ShouldShow("plan.compare.before").ShouldShow("plan.compare.now").ShouldShow("plan.compare.dropped").ShouldShow("plan.compare.added");
        Assert.Equal("/ro/bacau/plan/versions/1/compare/3", (await site.Guest().OpenAsync("/ro/bacau/plan/versions/3/compare/1")).Path);
        foreach (var path in new[] { "1/compare/4", "1/compare/1" })
        {
            (await site.Guest().OpenAsync($"/ro/bacau/plan/versions/{path}")).ShouldHaveStatus(HttpStatusCode.NotFound);
        }

        (await site.Guest().OpenAsync("/ro/brasov/plan/versions")).ShouldHaveStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_the_plan_starts_from_is_a_draft_until_it_is_published_and_says_when_it_was_corrected()
    {
        await using var site = await Site.StartAsync();
        await site.Given.DebateAsync();
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var form = await desk.OpenAsync("/staff/bacau/plan/situation");
        form.Fill("Input.Text", "## Unde ne jucăm\n\n<script>alert(1)</script> Sunt **puține** locuri.").Fill("Input.Young", "Sunt puține locuri de joacă.")
            .Fill("Input.Figures[0].Name", "Locuri de joacă").Fill("Input.Figures[0].Value", "trei").Fill("Input.Figures[0].Year", "2025");
        (await form.PressAsync("desk.plan.situation.keep")).ShouldRefuse(MeasureRules.NotANumber);
        form.Fill("Input.Figures[0].Value", "12,5").Fill("Input.Figures[0].Unit", "locuri").Fill("Input.Figures[0].Source", "Primăria");
        (await form.PressAsync("desk.plan.situation.keep")).ShouldShow("told.measure-revised");
        (await site.Guest().OpenAsync("/ro/bacau/plan/situation")).ShouldHaveStatus(HttpStatusCode.NotFound);

        (await form.PressAsync("desk.plan.situation.publish")).ShouldRefuse(Refusal.ChangedMeanwhile);
        await (await desk.OpenAsync("/staff/bacau/plan/situation")).PressAsync("desk.plan.situation.publish");
        var shown = await (await site.Guest().OpenAsync("/ro/bacau/plan")).FollowAsync("plan.situation.title");
        shown.ShouldShowText("12,5 locuri").ShouldNotShow("plan.situation.corrected");
        Assert.Equal("puține", shown.Document.QuerySelector(".prose strong")!.TextContent);
        Assert.Null(shown.Document.QuerySelector(".prose script"));

        site.Clock.Move(TimeSpan.FromDays(1));
        desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        (await (await desk.OpenAsync("/staff/bacau/plan/situation")).Fill("Input.Figures[0].Value", "13").PressAsync("desk.plan.situation.correct")).ShouldShow("told.measure-revised");
        (await site.Guest().OpenAsync("/ro/bacau/plan/situation")).ShouldShowText(site.Texts()["plan.situation.corrected", ("date", "5 martie 2026")]).ShouldShowText("13 locuri");
    }
}
