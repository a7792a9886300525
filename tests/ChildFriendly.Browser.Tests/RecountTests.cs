using System.Text.Json;
using System.Text.Json.Nodes;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Counting.Files;
using ChildFriendly.Testing;
using ChildFriendly.Web;
using Microsoft.Playwright;
using Xunit;

namespace ChildFriendly.Browser.Tests;

/// <summary>Anybody's device counts what the portal has counted, to the letter.</summary>
public sealed class RecountTests(Chromium chromium)
{
    private static readonly string Seed = new('7', 64);

    [Fact]
    public async Task A_device_finds_the_same_result_and_notices_when_it_is_not()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        // Two of the three have the same votes, and money is left for one of them: the lot decides.
        await site.Given.CountedAsync(await site.Given.OpenVoteAsync(kind: BallotKind.Budget), ("1,2", 40), ("1,3", 40), ("1", 21), ("2", 3), ("3", 3));
        await using var person = await Person.AtAsync(chromium, site, script: true, width: 320);
        var page = person.Page;
        await person.OpenAsync("/ro/bacau/consultations/1/results");
        await person.UnfoldAsync("consultations.how");
        await person.FollowAsync("consultations.recount.link");

        await person.PressAsync("consultations.recount.start");
        await page.Locator(".notice--good").WaitForAsync();
        foreach (var key in new[] { "same", "words-same", "lot-same", "steps" })
        {
            await person.SeesAsync($"consultations.recount.{key}");
        }

        await person.LookAsync();

        // From the disk: the file itself, one with a ballot less, one of another question, one of another vote, and something else.
        var file = await (await page.APIRequest.GetAsync(site.Address + await page.Locator("[data-ballots]").GetAttributeAsync("data-ballots"))).TextAsync();
        await person.UnfoldAsync("consultations.recount.own-file");
        foreach (var (content, key) in new[]
        {
            (file, "same"), (file.Replace("\"weight\":40", "\"weight\":39", StringComparison.Ordinal), "different"),
            // Another question of this vote has the same seed, but a result of its own.
            (file.Replace("\"question\":1", "\"question\":2", StringComparison.Ordinal), "other-vote"),
            (BallotsFile.Write(Any(new Random(1), BallotKind.Score), [.. Enumerable.Repeat("a", 12)], new PublishedCount(CountingRule.Score, Seed)), "no-result"), ("{}", "bad-file"),
        })
        {
            await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "a.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(content) });
            await page.Locator(".notice", new() { HasText = person[$"consultations.recount.{key}"] }).WaitForAsync();
            await person.LookAsync();
        }

        // A word less in the box, and no words at all.
        var words = await (await page.APIRequest.GetAsync($"{site.Address}/ro/bacau/consultations/1/receipts?handler=List")).TextAsync();
        foreach (var (status, list, key) in new[] { (200, words[(words.IndexOf('\n', StringComparison.Ordinal) + 1)..], "words-different"), (404, "", "failed") })
        {
            await page.RouteAsync("**/receipts?*", route => route.FulfillAsync(new() { Status = status, ContentType = "text/plain", Body = list }));
            await page.GetByRole(AriaRole.Button, new() { Name = person["consultations.recount.start"] }).ClickAsync();
            await page.Locator(".notice", new() { HasText = person[$"consultations.recount.{key}"] }).WaitForAsync();
        }

        await using var without = await Person.AtAsync(chromium, site, look: Look.Parse("Young.Standard.Standard.Dark"));
        await without.OpenAsync("/ro/bacau/consultations/1/recount");
        await without.SeesAsync("consultations.recount.no-script");
        Assert.Equal(0, await without.Page.GetByRole(AriaRole.Button, new() { Name = without["consultations.recount.start"] }).CountAsync());

        // What is not proved is not the same.
        await page.AddScriptTagAsync(new() { Url = "/counting.js" });
        var proved = await page.EvaluateAsync<bool[]>("""
            ballots => {
              const found = Counting.check({ ballots, published: { isOurs: true, outcome: '{}', receipts: '', root: '', commitment: '', secret: '00', seed: '' } });
              return [found.isSame, found.areWordsSame, found.isLotFixed];
            }
            """, file);
        Assert.Equal([false, false, false], proved);
        var random = new Random(20_261_122);
        await CompareAsync(page, Enumerable.Range(0, 60).Select(i => (Any(random, (BallotKind)(i % 6)), (long)random.Next(1, 40))).Concat([(Capital, 1), (AllOfIt, 1), (NothingLeft, 1)]));
    }

    /// <summary>Real elections of a folder (.pb, PrefLib), under every rule.</summary>
    [Fact(Explicit = true)]
    public async Task Real_elections_come_out_the_same()
    {
        await using var site = await Site.StartAsync(forBrowser: true);
        await using var person = await Person.AtAsync(chromium, site, script: true);
        await person.Page.GotoAsync("/ro");
        await person.Page.AddScriptTagAsync(new() { Url = "/counting.js" });
        foreach (var path in Directory.EnumerateFiles(Environment.GetEnvironmentVariable("PORTAL_ELECTIONS")!, "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".pb" or ".soc" or ".soi" or ".toc" or ".toi"))
        {
            var file = ElectionFile.Read(path);
            await CompareAsync(person.Page, [(file.Election, (long)Math.Pow(10, file.Decimals))]);
        }
    }

    /// <summary>Tennessee's capital, the usual example of a run-off.</summary>
    private static Election Capital => new(
        BallotKind.Ranking, [new("memphis"), new("nashville"), new("chattanooga"), new("knoxville")],
        [BallotGroup.Ranked(42, 0, 1, 2, 3), BallotGroup.Ranked(26, 1, 2, 3, 0), BallotGroup.Ranked(15, 2, 3, 1, 0), BallotGroup.Ranked(17, 3, 2, 1, 0)]);

    /// <summary>61 different ballots for a project that costs all there is: in doubles their shares fall short of it. The other projects are too dear.</summary>
    private static Election AllOfIt => new(
        BallotKind.Budget, [new("all", 150_000), .. Enumerable.Range(0, 6).Select(o => new ElectionOption($"{o}", 1_000_000))],
        Enumerable.Range(0, 61).Select(b => BallotGroup.Of(1, [0, .. Enumerable.Range(1, 6).Where(o => (b >> (o - 1) & 1) == 1)])), budget: 150_000);

    /// <summary>Who has bought the first two has nothing left, to the last fraction, and pays nothing for the third.</summary>
    private static Election NothingLeft => new(
        BallotKind.Budget, [new("a", 378), new("b", 2623), new("c", 2824)], [BallotGroup.Of(16, 0, 1), BallotGroup.Of(1, 0, 1, 2), BallotGroup.Of(17, 2)], budget: 6002);

    private static Election Any(Random random, BallotKind kind)
    {
        var options = Enumerable.Range(0, random.Next(1, 13))
            .Select(o => new ElectionOption(o % 5 == 4 ? $"ț{o}😀" : $"{o}", kind == BallotKind.Budget ? random.Next(9) == 0 ? 0 : random.Next(4) == 0 ? 30 : random.Next(1, 400) : 0)).ToList();
        var ballots = Enumerable.Range(0, random.Next(0, 40)).Select(_ =>
        {
            var named = Enumerable.Range(0, options.Count).Where(_ => random.Next(3) == 0).OrderBy(_ => random.Next()).Take(kind == BallotKind.SingleChoice ? 1 : 12).ToArray();
            return new BallotGroup(random.Next(1, 5), named, kind switch
            {
                // Equal places now and then.
                BallotKind.Ranking => [.. named.Select((_, place) => place + (random.Next(6) == 0 ? 0L : 1))],
                BallotKind.Score or BallotKind.Points => [.. named.Select(_ => (long)random.Next(1, 6))],
                _ => [],
            });
        });
        return new Election(kind, options, ballots, random.Next(0, 4), kind is BallotKind.Budget or BallotKind.Approval ? random.Next(50, 1500) : 0)
        {
            Quorum = random.Next(4) == 0 ? random.Next(1, 100) : 0,
            Threshold = random.Next(3) == 0 ? random.Next(1, 101) : 0,
        };
    }

    /// <summary>Counts each by every rule that fits, in every order of ties, here and in the page.</summary>
    private static async Task CompareAsync(IPage page, IEnumerable<(Election Election, long Step)> elections)
    {
        var counts = new List<(string File, JsonObject Wish, JsonObject Report)>();
        foreach (var (election, step) in elections)
        {
            var file = BallotsFile.Write(election, [.. election.Options.Select(o => o.Id)], new PublishedCount(CountingRules.For(election.Kind)[0], Seed, Step: step));
            var read = BallotsFile.Read(new StringReader(file)).Election;
            counts.AddRange(
                from way in Ways(read)
                from ties in new[] { ("seed", TieOrder.ByLot(read, new TieLot(Convert.FromHexString(Seed)))), ("lex", TieOrder.ById(read)), ("cvl", TieOrder.ByCost(read)) }
                select (file, new JsonObject
                {
                    ["rule"] = CountReport.NameOf(way.Rule),
                    ["utility"] = JsonNamingPolicy.KebabCaseLower.ConvertName(way.Utility.ToString()),
                    ["completion"] = JsonNamingPolicy.KebabCaseLower.ConvertName(way.Completion.ToString()).Replace("-1", "1", StringComparison.Ordinal),
                    ["ties"] = ties.Item1,
                }, CountReport.ToJson(read, CountingRules.Count(read, way.Rule, ties.Item2, way.Utility, way.Completion, step))));
        }

        var theirs = await page.EvaluateAsync<string[]>(
            "all => all.map(([file, wish]) => JSON.stringify(Counting.count(Counting.read(file), JSON.parse(wish))))", counts.Select(c => new[] { c.File, c.Wish.ToJsonString() }));
        foreach (var (mine, other) in counts.Zip(theirs))
        {
            Assert.True(JsonNode.DeepEquals(mine.Report, JsonNode.Parse(other)), $"{mine.Wish} of {mine.File[..Math.Min(2000, mine.File.Length)]}: {mine.Report} here, {other} there");
        }
    }

    private static IEnumerable<(CountingRule Rule, Utility Utility, Completion Completion)> Ways(Election election) => Enum.GetValues<CountingRule>().Where(rule => rule switch
    {
        CountingRule.Borda or CountingRule.InstantRunoff => election.Kind == BallotKind.Ranking,
        CountingRule.Score or CountingRule.Points => election.Kind is BallotKind.Score or BallotKind.Points,
        CountingRule.GreedyBudget => election.Budget > 0,
        CountingRule.EqualShares => election.Budget > 0 && election.Kind is BallotKind.Budget or BallotKind.Approval,
        _ => true,
    }).SelectMany(rule => rule == CountingRule.EqualShares
        ? from utility in Enum.GetValues<Utility>() from completion in Enum.GetValues<Completion>() select (rule, utility, completion)
        : [(rule, Utility.Cost, Completion.None)]);
}
