using System.Net;
using System.Text;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.ActionPlans.Tables;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using ChildFriendly.Web.Pages.ActionPlans.Desk;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.ActionPlans;

public sealed class SheetTests
{
    private const string Sheet = "/staff/bacau/plan/sheet";
    private const string Headers = "Nr.;Măsura;Domeniul;Articolul;Ce se face;Ce se schimbă pentru copii;Cine răspunde;Cine mai ajută;Riscuri;Termenul;Buget, lei";

    [Fact]
    public async Task The_file_that_was_downloaded_changes_nothing_when_it_comes_back()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync(MeasureStage.OnTrack);
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);

        using var values = await staff.FetchAsync($"{Sheet}?handler=Values");
        Assert.Contains("bacau-plan-", values.Content.Headers.ContentDisposition?.FileName ?? "", StringComparison.Ordinal);
        var back = await (await staff.OpenAsync(Sheet)).UploadAsync("Sent", "plan.csv", await values.Content.ReadAsByteArrayAsync(), "desk.plan.sheet.look");

        back.ShouldHaveStatus(HttpStatusCode.OK).ShouldShowText(site.Texts().Count("desk.plan.sheet.changes", 0));
    }

    [Fact]
    public async Task Differences_are_shown_first_and_saved_once_when_confirmed()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);

        var shown = await UploadAsync(staff, "1;Băncile noi;Joacă și familie;31;Punem bănci.;;Direcția Verde;;;1.12.2026;", ";Parcul <b>;Joacă și familie;;Facem.;;Direcția Verde;;;2027-06-01;90.000");
        shown.ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("desk.plan.sheet.nothing-yet").ShouldShowText("Băncile noi").ShouldShowText("Serviciul Parcuri").ShouldShowText("Parcul <b>");
        Assert.Equal(1, await site.InDataAsync(db => db.Measures.CountAsync()));

        (await shown.PressAsync("desk.plan.sheet.confirm")).ShouldShow("told.sheet-taken").ShouldShowText("Băncile noi").ShouldShowText("Parcul <b>");
        (await shown.PressAsync("desk.plan.sheet.confirm")).ShouldShow("told.sheet-taken");

        var measures = await site.InDataAsync(db => db.Measures.AsNoTracking().OrderBy(m => m.Number).ToListAsync());
        Assert.Equal([("Băncile noi", "Direcția Verde", (int?)31, (long?)null), ("Parcul <b>", "Direcția Verde", null, 90_000_00L)], measures.Select(m => (m.Title, m.Responsible, m.Article, m.BudgetBani)));
        Assert.Equal(1, await site.InDataAsync(db => db.Audit.CountAsync(a => a.What == nameof(MeasureRevised))));
    }

    [Fact]
    public async Task A_wrong_cell_is_named_and_nothing_is_changed()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);

        var refused = await UploadAsync(staff, "1;Băncile noi;Joacă și familie;31;Punem bănci.;;Direcția Verde;;;12/31/2026;");

        refused.ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShowText("J2").ShouldShow("desk.plan.sheet.unclear-date");
        Assert.Null(refused.Document.QuerySelector("input[name=id]"));
        (await (await staff.OpenAsync(Sheet)).UploadAsync("Sent", "poza.xlsx", [0xFF, 0xD8, 0xFF, 0], "desk.plan.sheet.look")).ShouldRefuse(TableFile.NotATable);
        (await (await staff.OpenAsync(Sheet)).UploadAsync("Sent", "mare.xlsx", new byte[TableFile.MostBytes + 1], "desk.plan.sheet.look")).ShouldRefuse(TableFile.TooLarge);
        (await (await staff.OpenAsync(Sheet)).PressAsync("desk.plan.sheet.look")).ShouldRefuse(TableFile.Missing);
    }

    [Fact]
    public async Task What_a_colleague_changed_meanwhile_is_merged_or_named()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        var staff = await site.Given.SignedInAsync(Role.CouncilStaff);
        var colleague = await site.Given.SignedInAsync(Role.CouncilStaff);
        var shown = await UploadAsync(staff, "1;Băncile noi;Joacă și familie;;Punem bănci.;;Direcția Verde;;;1.12.2026;");

        await (await colleague.OpenAsync("/staff/bacau/plan/1/edit")).Fill("Input.Risks", "Gerul").Fill("Input.Responsible", "Direcția Drumuri").PressAsync("desk.plan.save");
        var again = await shown.PressAsync("desk.plan.sheet.confirm");

        again.ShouldRefuse(Refusal.ChangedMeanwhile).ShouldShow("desk.plan.sheet.changed-meanwhile").ShouldShowText("Direcția Drumuri");
        Assert.Equal("Direcția Drumuri", await site.InDataAsync(db => db.Measures.Select(m => m.Responsible).SingleAsync()));
        (await shown.PressAsync("desk.plan.sheet.confirm")).ShouldRefuse(SheetModel.NoLongerWaiting);
        (await again.PressAsync("desk.plan.sheet.confirm")).ShouldShow("told.sheet-taken");
        Assert.Equal(("Direcția Verde", "Gerul"), await site.InDataAsync(db => db.Measures.Select(m => new ValueTuple<string, string>(m.Responsible, m.Risks)).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_confirms_what_another_has_uploaded()
    {
        await using var site = await Site.StartAsync();
        await site.Given.MeasureAsync();
        var shown = await UploadAsync(await site.Given.SignedInAsync(Role.CouncilStaff), "1;Băncile noi;Joacă și familie;;Punem bănci.;;Direcția Verde;;;1.12.2026;");
        var theirs = await UploadAsync(await site.Given.SignedInAsync(Role.CouncilStaff), "1;Altceva;Joacă și familie;;Punem bănci.;;Direcția Verde;;;1.12.2026;");

        (await theirs.Fill("id", shown.ValueOf("id")!).PressAsync("desk.plan.sheet.confirm")).ShouldRefuse(SheetModel.NoLongerWaiting);
    }

    private static async Task<Page> UploadAsync(Guest staff, params string[] rows) => await (await staff.OpenAsync(Sheet))
        .UploadAsync("Sent", "plan.csv", Encoding.UTF8.GetBytes(string.Join('\n', [Headers, .. rows])), "desk.plan.sheet.look");
}
