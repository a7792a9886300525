using System.Net;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Moderation;

public sealed class ReportTests
{
    [Theory]
    [InlineData("Danger", true)]
    [InlineData("SomebodysData", true)]
    [InlineData("Insult", false)]
    [InlineData("NotTrue", false)]
    [InlineData("SomethingElse", false)]
    public async Task Only_danger_and_somebodys_data_hide_at_once(string reason, bool hides)
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var idea = await site.Given.PublishedAsync(child);
        var address = $"/ro/bacau/initiatives/{idea.Number}";
        (await site.Guest().OpenAsync(address)).ShouldHaveStatus(HttpStatusCode.OK);

        (await SayAsync(site.Guest(), address, reason)).ShouldShow("moderation.report.said");

        (await site.Guest().OpenAsync(address)).ShouldHaveStatus(hides ? HttpStatusCode.NotFound : HttpStatusCode.OK);
        var mine = await (await site.Given.SignedInAsync(child)).OpenAsync(address);
        mine.ShouldHaveStatus(HttpStatusCode.OK);
        Assert.Equal(hides, mine.Text.Contains(site.Texts()["moderation.report.suspended"], StringComparison.Ordinal));
        var queue = await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync("/staff/bacau/moderation");
        queue.ShouldShow("desk.moderation.reports").ShouldShowText("Leagăn");
        Assert.Equal(hides, queue.Text.Contains(site.Texts()["desk.moderation.report.hidden"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_moderator_has_confirmed_is_not_hidden_again_for_the_same_reason()
    {
        await using var site = await Site.StartAsync();
        var idea = await site.Given.PublishedAsync();
        var address = $"/ro/bacau/initiatives/{idea.Number}";
        await SayAsync(site.Guest(), address, "Danger");
        var desk = await site.Given.SignedInAsync(Role.Moderator);
        await (await OpenReportAsync(site, desk)).PressAsync("desk.moderation.report.stays");
        (await site.Guest().OpenAsync(address)).ShouldHaveStatus(HttpStatusCode.OK);

        await SayAsync(site.Guest(), address, "Danger");
        (await site.Guest().OpenAsync(address)).ShouldHaveStatus(HttpStatusCode.OK);
        Assert.Equal(1, await site.InDataAsync(db => db.Reports.CountAsync(r => r.Stage == ReportStage.Waiting)));

        await SayAsync(site.Guest(), address, "SomebodysData");
        (await site.Guest().OpenAsync(address)).ShouldHaveStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Many_reports_are_folded_and_do_not_push_the_queue_away()
    {
        await using var site = await Site.StartAsync();
        for (var i = 0; i < 7; i++)
        {
            var idea = await site.Given.PublishedAsync();
            await SayAsync(site.Guest(), $"/ro/bacau/initiatives/{idea.Number}", "NotTrue");
        }

        var queue = await (await site.Given.SignedInAsync(Role.Moderator)).OpenAsync("/staff/bacau/moderation");

        Assert.Equal(7, queue.Document.QuerySelectorAll("a[href*='/reports/']").Length);
        Assert.Equal(2, queue.Document.QuerySelectorAll("details a[href*='/reports/']").Length);
        queue.ShouldShowText(site.Texts().Count("desk.moderation.more-reports", 2));
    }

    [Fact]
    public async Task What_is_taken_down_tells_its_child_why()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.ChildAsync();
        var idea = await site.Given.PublishedAsync(child);
        await SayAsync(site.Guest(), $"/ro/bacau/initiatives/{idea.Number}", "Insult");
        await SayAsync(site.Guest(), $"/ro/bacau/initiatives/{idea.Number}", "Insult");
        var desk = await site.Given.SignedInAsync(Role.Moderator);
        var report = await OpenReportAsync(site, desk);
        Assert.Contains(site.Texts().Count("desk.moderation.report.times", 2), report.Text, StringComparison.Ordinal);

        (await report.PressAsync("desk.moderation.report.take-down")).ShouldRefuse(ModerationRules.SentenceMissing);
        await report.Fill("Sentence", "Rănea pe cineva.").PressAsync("desk.moderation.report.take-down");

        Assert.Equal(InitiativeStage.Hidden, (await site.InDataAsync(db => db.Initiatives.SingleAsync())).Stage);
        (await (await site.Given.SignedInAsync(child)).OpenAsync($"/ro/bacau/initiatives/{idea.Number}")).ShouldShowText("Rănea pe cineva.");
    }

    [Fact]
    public async Task Nobody_empties_a_towns_pages_by_pressing()
    {
        await using var site = await Site.StartAsync();
        for (var i = 0; i < Reports.MostHiddenAnHour + 1; i++)
        {
            var idea = await site.Given.PublishedAsync();
            await SayAsync(site.Guest(), $"/ro/bacau/initiatives/{idea.Number}", "Danger");
        }

        Assert.Equal(Reports.MostHiddenAnHour, await site.InDataAsync(db => db.Initiatives.CountAsync(i => i.IsSuspended)));
        Assert.Equal(Reports.MostHiddenAnHour + 1, await site.CountAsync<Report>());
        // A child of the place is believed.
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        var last = await site.InDataAsync(db => db.Initiatives.Where(i => !i.IsSuspended).Select(i => i.Number).SingleAsync());
        await SayAsync(child, $"/ro/bacau/initiatives/{last}", "SomebodysData");
        Assert.Equal(0, await site.InDataAsync(db => db.Initiatives.CountAsync(i => !i.IsSuspended)));
    }

    [Fact]
    public async Task One_card_does_not_empty_a_towns_pages_either()
    {
        await using var site = await Site.StartAsync();
        var child = await site.Given.SignedInAsync(await site.Given.ChildAsync());
        for (var i = 0; i < Reports.MostHiddenAnHour + 1; i++)
        {
            var idea = await site.Given.PublishedAsync();
            (await SayAsync(child, $"/ro/bacau/initiatives/{idea.Number}", "Danger")).ShouldShow("moderation.report.said");
        }

        Assert.Equal(Reports.MostHiddenAnHour, await site.InDataAsync(db => db.Initiatives.CountAsync(i => i.IsSuspended)));
    }

    [Fact]
    public async Task A_night_is_not_enough_to_empty_them()
    {
        await using var site = await Site.StartAsync();
        for (var i = 0; i < Reports.MostHiddenAtOnce + 2; i++)
        {
            var idea = await site.Given.PublishedAsync();
            await SayAsync(site.Guest(), $"/ro/bacau/initiatives/{idea.Number}", "Danger");
            site.Clock.Move(TimeSpan.FromMinutes(20));
        }

        Assert.Equal(Reports.MostHiddenAtOnce, await site.InDataAsync(db => db.Initiatives.CountAsync(i => i.IsSuspended)));
    }

    private static async Task<Page> SayAsync(Guest reader, string address, string reason) =>
        await (await (await reader.OpenAsync(address)).FollowAsync("moderation.report.link")).Choose("Input.Reason", reason).PressAsync("moderation.report.do");

    private static async Task<Page> OpenReportAsync(Site site, Guest desk) =>
        await desk.OpenAsync($"/staff/bacau/moderation/reports/{await site.InDataAsync(db => db.Reports.Where(r => r.Stage == ReportStage.Waiting).Select(r => r.Id).SingleAsync())}");
}
