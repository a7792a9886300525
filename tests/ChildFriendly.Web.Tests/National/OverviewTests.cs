using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Xunit;

namespace ChildFriendly.Web.Tests.National;

public sealed class OverviewTests
{
    [Fact]
    public async Task Each_locality_has_its_own_figures_and_one_without_anything_has_noughts()
    {
        await using var site = await Site.StartAsync();
        await site.Given.SubmittedAsync();
        await site.Given.PublishedAsync();
        await site.Given.SentRecommendationAsync();
        await site.Given.MeasureAsync(MeasureStage.Done);
        await site.Given.MeasureAsync(MeasureStage.OnTrack);
        await site.Given.OpenVoteAsync();
        site.Clock.Move(TimeSpan.FromDays(32));

        var page = await (await site.Given.SignedInAsync(Role.CommitteeReader)).OpenAsync("/staff/national");

        // Ideas (the three of the vote are published too), late answers, how late, recommendations that wait, open votes, decided votes, measures, done.
        Assert.Equal(["4", "2", "1", "1", "0", "2", "1"], Row("bacau").Where((_, i) => i != 2));
        Assert.Equal(["0", "0", "–", "0", "0", "0", "0", "0"], Row("brasov"));

        IEnumerable<string> Row(string slug) => page.Document.QuerySelector($"tbody tr:has(a[href$='/{slug}'])")!.QuerySelectorAll("td.number").Select(td => td.TextContent.Trim());
    }
}
