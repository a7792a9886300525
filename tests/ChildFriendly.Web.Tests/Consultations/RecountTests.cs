using System.Net;
using System.Text.Json.Nodes;
using ChildFriendly.Core.Counting;
using ChildFriendly.Testing;
using ChildFriendly.Web.Commands;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChildFriendly.Web.Tests.Consultations;

/// <summary>From a hundred ballots on anybody counts again: on the page, and from the files with the program.</summary>
public sealed class RecountTests : IDisposable
{
    private const string Vote = "/ro/bacau/consultations/1";

    private readonly string folder = Directory.CreateTempSubdirectory("child-friendly-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(BallotKind.Budget, CountingRule.EqualShares)]
    [InlineData(BallotKind.Budget, CountingRule.GreedyBudget)]
    [InlineData(BallotKind.Approval, CountingRule.Approval)]
    public async Task Whoever_counts_the_published_files_again_finds_the_published_result(BallotKind kind, CountingRule rule)
    {
        await using var site = await Site.StartAsync();
        // Two options are tied.
        await site.Given.CountedAsync(await site.Given.OpenVoteAsync(kind: kind, rule: rule), ("1,2", 39), ("2,3", 21), ("1", 21), ("3", 20));
        var vote = await site.InDataAsync(db => db.Consultations.AsNoTracking().SingleAsync());
        var guest = site.Guest();

        var results = await guest.OpenAsync($"{Vote}/results");
        var links = results.Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Contains($"{Vote}/recount", links);
        var page = (await guest.OpenAsync($"{Vote}/recount")).ShouldHaveStatus(HttpStatusCode.OK).ShouldShow("consultations.recount.no-script");
        var panel = page.Document.QuerySelector("[data-ballots]")!;
        Assert.Equal(vote.Questions[0].Outcome, panel.GetAttribute("data-outcome"));
        Assert.Equal(vote.TieSeed, page.Document.QuerySelector("[data-recounts]")!.GetAttribute("data-seed"));

        var file = await SaveAsync(guest, panel.GetAttribute("data-ballots")!, "published.json");
        Assert.Contains(Words.Load()["program.recount.same"], await RecountAsync(file), StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"weight\":39", "\"weight\":38", StringComparison.Ordinal));
        Assert.Contains(Words.Load()["program.recount.different"], await RecountAsync(file), StringComparison.Ordinal);

        var budget = links.SingleOrDefault(l => l.Contains("handler=Pb", StringComparison.Ordinal));
        Assert.Equal(kind == BallotKind.Budget, budget is not null);
        if (budget is null)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guest.FetchAsync($"{Vote}/results?handler=Pb&question=1")).StatusCode);
            return;
        }

        var pb = await SaveAsync(guest, budget, "published.pb");
        var again = JsonNode.Parse(await RecountAsync(pb, new RecountWish(CountReport.NameOf(rule), "cost", "add1-utilitarian", "seed", vote.TieSeed, "json", null)))!;
        var published = JsonNode.Parse(vote.Questions[0].Outcome!)!;
        Assert.True(JsonNode.DeepEquals(published["selected"], again["selected"]));
        Assert.True(JsonNode.DeepEquals(published["ties"], again["ties"]));
        var lines = await File.ReadAllLinesAsync(pb);
        // A ballot is a running number and what it names.
        Assert.Equal("voter_id;vote", lines[Array.IndexOf(lines, "VOTES") + 1]);
        Assert.All(lines[(Array.IndexOf(lines, "VOTES") + 2)..].Select((line, i) => (line, i)), l => Assert.Matches($"^{l.i + 1};[1-3](,[1-3])?$", l.line));
    }

    [Fact]
    public async Task The_receipts_can_be_fetched_as_the_leaves_of_the_published_root()
    {
        await using var site = await Site.StartAsync();
        await site.Given.CountedAsync(await site.Given.OpenVoteAsync(), ("1", 7));
        var root = await site.InDataAsync(db => db.Consultations.Select(c => c.MerkleRoot).SingleAsync());

        var list = await (await site.Guest().FetchAsync($"{Vote}/receipts?handler=List")).Content.ReadAsStringAsync();

        var lines = list.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(root, MerkleTree.RootOf([.. lines.Select(l => Convert.FromHexString(l[..l.IndexOf(' ', StringComparison.Ordinal)]))]));
        var shown = (await site.Guest().OpenAsync($"{Vote}/receipts")).Document.QuerySelectorAll(".receipts li").Select(l => l.TextContent);
        Assert.Equal(shown.Order(StringComparer.Ordinal), lines.Select(l => l[(l.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(BallotKind.Budget, 99, 0)]
    [InlineData(BallotKind.Points, 100, 4)]
    public async Task Where_ballots_could_tell_on_a_child_there_is_nothing_to_count_again(BallotKind kind, int many, int few)
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync(kind: kind);
        (await site.Guest().OpenAsync($"{Vote}/recount")).ShouldHaveStatus(HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().FetchAsync($"{Vote}/receipts?handler=List")).StatusCode);
        await site.Given.CountedAsync(vote, (kind == BallotKind.Points ? "1:10" : "1", many), (kind == BallotKind.Points ? "2:10" : "2", few));

        var results = (await site.Guest().OpenAsync($"{Vote}/results")).ShouldHaveStatus(HttpStatusCode.OK);

        Assert.DoesNotContain(results.Document.QuerySelectorAll("a[href]"), a => a.GetAttribute("href") is { } to
            && (to.EndsWith("recount", StringComparison.Ordinal) || to.Contains("handler=", StringComparison.Ordinal)));
        foreach (var closed in new[] { "recount", "results?handler=Ballots&question=1", "results?handler=Pb&question=1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().FetchAsync($"{Vote}/{closed}")).StatusCode);
        }
    }

    private static async Task<string> RecountAsync(string file, RecountWish? wish = null)
    {
        var console = new StringWriter();
        await Recount.RunAsync(file, wish ?? new RecountWish(null, "cost", "none", null, null, "text", null), Words.Load(), console);
        return console.ToString();
    }

    private async Task<string> SaveAsync(Guest guest, string address, string name)
    {
        var answer = await guest.FetchAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await File.WriteAllBytesAsync(Path.Combine(folder, name), await answer.Content.ReadAsByteArrayAsync());
        return Path.Combine(folder, name);
    }
}
