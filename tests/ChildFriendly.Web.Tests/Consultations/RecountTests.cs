using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Shared;
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
        var step = (long)JsonNode.Parse(await File.ReadAllTextAsync(file))!["step"]!;
        var again = JsonNode.Parse(await RecountAsync(pb, new RecountWish(CountReport.NameOf(rule), "cost", "add1-utilitarian", "seed", vote.TieSeed, "json", null, (step / 100m).ToString(CultureInfo.InvariantCulture))))!;
        var published = JsonNode.Parse(vote.Questions[0].Outcome!)!;
        Assert.True(JsonNode.DeepEquals(published["selected"], again["selected"]));
        Assert.True(JsonNode.DeepEquals(published["ties"], again["ties"]));
        Assert.Equal(Shape(published), Shape(again));
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
            && (to.EndsWith("recount", StringComparison.Ordinal) || (to.Contains("handler=", StringComparison.Ordinal) && !to.Contains("handler=Counts", StringComparison.Ordinal))));
        foreach (var closed in new[] { "recount", "results?handler=Ballots&question=1", "results?handler=Pb&question=1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().FetchAsync($"{Vote}/{closed}")).StatusCode);
        }
    }

    [Fact]
    public async Task Orders_that_few_chose_are_published_taken_together_and_counted_again_by_the_auditor()
    {
        await using var site = await Site.StartAsync();
        var vote = await site.Given.OpenVoteAsync(kind: BallotKind.Ranking, rule: CountingRule.InstantRunoff, maxChoices: 3);
        await site.Given.CountedAsync(vote, ("1,2,3", 60), ("2,1", 40), ("3", 2));

        var results = (await site.Guest().OpenAsync($"{Vote}/results")).ShouldShow("consultations.together.places");
        var counts = JsonNode.Parse(await (await site.Guest().FetchAsync(results.Document.QuerySelector("a[href*='handler=Counts']")!.GetAttribute("href")!)).Content.ReadAsStringAsync())!;
        Assert.Equal("""{"1":[60,40,0],"2":[40,60,0],"3":[2,0,60]}""", counts["places"]!.ToJsonString());
        Assert.Equal("""{"1":{"1":0,"2":60,"3":100},"2":{"1":40,"2":0,"3":100},"3":{"1":2,"2":2,"3":0}}""", counts["preferred"]!.ToJsonString());
        Assert.Equal(["60", "40", "0"], results.Document.QuerySelectorAll("caption + thead + tbody tr:first-child td").Select(c => c.TextContent));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse((await site.InDataAsync(db => db.Consultations.AsNoTracking().SingleAsync())).Questions[0].Outcome!), counts["result"]));

        var auditor = await site.Given.SignedInAsync(Role.Auditor);
        (await auditor.OpenAsync("/staff/national/counts")).ShouldShow("staff.counts.same").ShouldShow("staff.counts.only-here").ShouldNotShow("staff.counts.different");
        await site.InDataAsync(async db =>
        {
            var question = (await db.Consultations.SingleAsync()).Questions[0];
            db.Add(new CountedBallot { Id = RandomId.New(), QuestionId = question.Id, Choices = "3" });
            return await db.SaveChangesAsync();
        });
        (await auditor.OpenAsync("/staff/national/counts")).ShouldShow("staff.counts.different");
    }

    [Theory]
    [InlineData(BallotKind.Ranking, 99, 0)]
    [InlineData(BallotKind.Ranking, 120, 0)]
    [InlineData(BallotKind.Approval, 120, 3)]
    public async Task Nothing_is_taken_together_where_there_are_few_ballots_or_all_are_published(BallotKind kind, int many, int few)
    {
        await using var site = await Site.StartAsync();
        await site.Given.CountedAsync(await site.Given.OpenVoteAsync(kind: kind), ("1", many), ("2", few));

        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().FetchAsync($"{Vote}/results?handler=Counts&question=1")).StatusCode);
    }

    [Fact]
    public async Task A_quorum_and_a_threshold_are_stated_beforehand_and_hold_for_everybody_who_counts()
    {
        await using var site = await Site.StartAsync();
        var desk = await site.Given.SignedInAsync(Role.CouncilStaff);
        var form = (await desk.OpenAsync("/staff/bacau/consultations/new"))
            .Fill("Input.Name", "Ce facem?").Fill("Input.About", "Spune-ne.").Fill("Input.DecisionMaker", "Primăria").Fill("Input.CanChange", "Tot.")
            .Fill("Input.Own[0].Title", "Leagăne").Fill("Input.Own[0].Text", "Două, din lemn.").Fill("Input.Own[1].Title", "Bănci").Fill("Input.Own[2].Title", "Copaci").Fill("Input.Winners", "2").Fill("Input.Quorum", "130").Fill("Input.Threshold", "101");
        (await form.PressAsync("form.next")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity);
        (await form.Fill("Input.Threshold", "40").Choose("Input.Way", "Ranking.Borda").PressAsync("form.next")).ShouldHaveStatus(HttpStatusCode.UnprocessableEntity).ShouldShow("consultations.announce.threshold");
        await (await form.Choose("Input.Way", "Approval.Approval").PressAsync("form.next")).PressAsync("desk.consultations.new.announce");
        (await site.Guest().OpenAsync(Vote)).ShouldShowText(site.Texts("ro").Count("consultations.quorum", 130)).ShouldShowText("cel puțin 40 %").ShouldShowText("Două, din lemn.");

        var vote = await site.InDataAsync(db => db.Consultations.AsNoTracking().SingleAsync());
        site.Clock.MoveTo(vote.OpensAt);
        await site.RunJobsAsync();
        await site.Given.CountedAsync(vote, ("1", 70), ("2", 50));

        (await site.Guest().OpenAsync($"{Vote}/results")).ShouldShowText(site.Texts("ro").Count("consultations.results.no-quorum", 130)).ShouldNotShow("consultations.results.selected");
        var file = await SaveAsync(site.Guest(), $"{Vote}/results?handler=Ballots&question=1", "quorum.json");
        Assert.Contains(Words.Load()["program.recount.same"], await RecountAsync(file), StringComparison.Ordinal);
        var lower = JsonNode.Parse(await RecountAsync(file, new RecountWish("approval", "cost", "none", "seed", null, "json", null, null) { Quorum = 100 }))!;
        Assert.Equal("""["1","2"]""", lower["selected"]!.ToJsonString());
        Assert.Equal("""["3"]""", lower["steps"]!.AsArray().Single(s => (string)s!["kind"]! == "threshold")!["struck"]!.ToJsonString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.001")]
    [InlineData("mult")]
    public async Task A_step_that_the_money_does_not_have_is_refused(string step)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "step.pb"), "META\nkey;value\nbudget;10.5\nvote_type;approval\nPROJECTS\nproject_id;cost\n1;10\nVOTES\nvoter_id;vote\n1;1\n");

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => RecountAsync(Path.Combine(folder, "step.pb"), new RecountWish("equalshares", "cost", "add1", "lex", null, "text", null, step)));

        Assert.Equal("program.recount.bad-step", refused.Key);
    }

    [Fact]
    public async Task What_is_asked_for_decides_and_the_rest_is_as_the_file_says()
    {
        await using var site = await Site.StartAsync();
        // The second has most votes and is bought first, whatever the lot; then nothing else can be paid for without raising shares.
        await site.Given.CountedAsync(await site.Given.OpenVoteAsync(kind: BallotKind.Budget, rule: CountingRule.EqualShares), ("1,2", 39), ("2,3", 22), ("1", 21), ("3", 20));
        var file = await SaveAsync(site.Guest(), $"{Vote}/results?handler=Ballots&question=1", "asked.json");
        var asPublished = await RecountAsync(file, new RecountWish(null, null, null, null, null, "json", null, null));

        // A step of its own still raises shares; without a completion there is nothing that it could raise.
        var step = ((long)JsonNode.Parse(await File.ReadAllTextAsync(file))!["step"]!).ToString(CultureInfo.InvariantCulture);
        Assert.Equal(asPublished, await RecountAsync(file, new RecountWish(null, null, null, null, null, "json", null, step)));
        Assert.Equal("program.recount.step-unused", (await Assert.ThrowsAsync<CannotStartException>(() => RecountAsync(file, new RecountWish(null, null, "none", null, null, "json", null, step)))).Key);
        var plain = JsonNode.Parse(await RecountAsync(file, new RecountWish(null, null, "none", null, null, "json", null, null)))!;
        Assert.DoesNotContain(plain["steps"]!.AsArray(), s => (long?)s!["raised"] > 0);
        Assert.Contains(JsonNode.Parse(asPublished)!["steps"]!.AsArray(), s => (long?)s!["raised"] > 0);
    }

    /// <summary>The steps without amounts: whole lei are counted in lei where a file has no bani.</summary>
    private static IEnumerable<string> Shape(JsonNode report) => report["steps"]!.AsArray().Select(s => $"{s!["kind"]} {s["id"]} {s["raised"]} {s["votes"]} {s["payers"]} {s["spent"]} {s["funded"]}");

    private static async Task<string> RecountAsync(string file, RecountWish? wish = null)
    {
        var console = new StringWriter();
        await Recount.RunAsync(file, wish ?? new RecountWish(null, null, null, null, null, "text", null, null), Words.Load(), console);
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
