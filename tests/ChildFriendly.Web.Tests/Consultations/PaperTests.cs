using System.Net;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using Xunit;

namespace ChildFriendly.Web.Tests.Consultations;

public sealed class PaperTests
{
    [Theory]
    [InlineData(BallotKind.SingleChoice, "Pune un X la o singură variantă.", 3, 0)]
    [InlineData(BallotKind.Approval, "Pune un X la cel mult 2 variante.", 3, 0)]
    [InlineData(BallotKind.Ranking, "apoi 2 și tot așa, până la 2.", 3, 0)]
    [InlineData(BallotKind.Score, "pune un X sub fața", 0, 15)]
    [InlineData(BallotKind.Points, "Ai 10 puncte.", 3, 0)]
    [InlineData(BallotKind.Budget, "Sunt 10.000", 3, 0)]
    public async Task A_ballot_is_printed_with_the_numbers_and_the_boxes_of_its_kind(BallotKind kind, string hint, int squares, int rounds)
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.AnnouncedVoteAsync(kind: kind);
        var desk = await site.Given.SignedInAsync(Role.Facilitator);

        var list = await desk.OpenAsync("/staff/bacau/paper");
        var page = (await list.FollowAsync("desk.paper.print.title")).ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("consultations.paper.box").ShouldShowText(hint);

        Assert.Equal(["1", "2", "3"], page.Document.QuerySelectorAll(".paper-number").Select(n => n.TextContent));
        Assert.Equal(vote.Questions[0].Options.OrderBy(o => o.Position).Select(o => o.Title), page.Document.QuerySelectorAll(".paper-name").Select(n => n.TextContent));
        Assert.Equal((squares, rounds), (page.Document.QuerySelectorAll(".paper-square").Length, page.Document.QuerySelectorAll(".paper-round").Length));
        (await desk.OpenAsync($"{page.Path}?language=uk")).ShouldShowText(site.Texts("uk")["consultations.paper.box"]);
    }

    [Fact]
    public async Task Ballots_are_printed_until_the_vote_closes()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync();
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        (await desk.OpenAsync($"/staff/bacau/consultations/{vote.Number}/paper/print")).ShouldHaveStatus(HttpStatusCode.OK);

        await site.Given.CountedAsync(vote);
        desk = await site.Given.SignedInAsync(Role.CouncilStaff);

        (await desk.OpenAsync($"/staff/bacau/consultations/{vote.Number}/paper/print")).ShouldHaveStatus(HttpStatusCode.NotFound);
        (await desk.OpenAsync("/staff/bacau/paper")).ShouldNotShow("desk.paper.print.title");
    }
}
