using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Counting.Files;

namespace ChildFriendly.Benchmarks;

/// <summary>
/// How long counting takes, by rule, against a bare loop over the same ballots; and, with a folder of real elections and their results
/// (pabulib.org's .pb files beside expected.json), whether every one comes out as given.
/// </summary>
internal static class Counting
{
    private const int Options = 20;
    private static readonly int[] Sizes = [100_000, 1_000_000];

    private static readonly (string Name, CountingRule Rule, Utility Utility, Completion Completion)[] Ways =
    [
        ("greedy_cost", CountingRule.GreedyBudget, Utility.Cost, Completion.None),
        ("mes_cost", CountingRule.EqualShares, Utility.Cost, Completion.None),
        ("mes_card", CountingRule.EqualShares, Utility.Cardinality, Completion.None),
        ("mes_cost+util_votes", CountingRule.EqualShares, Utility.Cost, Completion.Utilitarian),
        ("mes_card+util_votes", CountingRule.EqualShares, Utility.Cardinality, Completion.Utilitarian),
        ("mes_cost+add1", CountingRule.EqualShares, Utility.Cost, Completion.Add1),
        ("mes_card+add1", CountingRule.EqualShares, Utility.Cardinality, Completion.Add1),
        ("mes_cost+add1u", CountingRule.EqualShares, Utility.Cost, Completion.Add1Utilitarian),
        ("mes_card+add1u", CountingRule.EqualShares, Utility.Cardinality, Completion.Add1Utilitarian),
    ];

    public static int Run(string? folder)
    {
        foreach (var size in Sizes)
        {
            TimeRules(size);
        }

        return folder is null ? 0 : Check(folder);
    }

    private static void TimeRules(int size)
    {
        Say($"{size:N0} ballots, {Options} options");
        Say($"{"rule",-28} {"seconds",8} {"bare loop",10} {"times",8} {"MB",6}");
        foreach (var kind in Enum.GetValues<BallotKind>())
        {
            var ballots = Ballots(kind, size);
            foreach (var rule in CountingRules.For(kind))
            {
                var bare = Best(() => Bare(ballots));
                var counted = Best(() =>
                {
                    var election = new Election(
                        kind, [.. Enumerable.Range(0, Options).Select(o => new ElectionOption($"{o}", 1000 + (o * 37)))], ballots, winners: 3, budget: 12_000);
                    return CountingRules.Count(election, rule, TieOrder.ById(election), Utility.Cost, Completion.None).Selected.Count;
                });
                Say($"{kind + "." + rule,-28} {counted,8:0.000} {bare,10:0.000} {counted / bare,8:0.0} {GC.GetTotalMemory(forceFullCollection: true) / 1_048_576,6}");
            }
        }
    }

    /// <summary>Chosen by chance, with the first options more often.</summary>
    private static List<BallotGroup> Ballots(BallotKind kind, int size)
    {
        var random = new Random(1);
        var ballots = new List<BallotGroup>(size);
        for (var i = 0; i < size; i++)
        {
            var options = Enumerable.Range(0, Options).Where(o => random.Next(Options + o) < 4).ToArray();
            ballots.Add(kind switch
            {
                BallotKind.Ranking => BallotGroup.Ranked(1, options),
                BallotKind.Score or BallotKind.Points => new BallotGroup(1, options, [.. options.Select(_ => (long)random.Next(1, 6))]),
                BallotKind.SingleChoice => BallotGroup.Of(1, options.Take(1).ToArray()),
                _ => BallotGroup.Of(1, options),
            });
        }

        return ballots;
    }

    private static int Bare(List<BallotGroup> ballots)
    {
        var votes = new long[Options];
        foreach (var ballot in ballots)
        {
            for (var i = 0; i < ballot.Options.Count; i++)
            {
                votes[ballot.Options[i]] += ballot.Weight;
            }
        }

        return votes[0] > 0 ? 1 : 0;
    }

    private static int Check(string folder)
    {
        var (right, wrong) = (0, 0);
        foreach (var expected in Directory.EnumerateFiles(folder, "expected.json", SearchOption.AllDirectories))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(expected));
            foreach (var election in json.RootElement.EnumerateObject().Where(e => e.Name.EndsWith(".pb", StringComparison.Ordinal)))
            {
                var file = ElectionFile.Read(Path.Combine(Path.GetDirectoryName(expected)!, election.Name));
                var votes = Totals.Approvals(file.Election);
                foreach (var (name, rule, utility, completion) in Ways)
                {
                    foreach (var order in new[] { "lex", "cvl" })
                    {
                        var ties = order == "cvl" ? TieOrder.ByCost(file.Election) : TieOrder.ById(file.Election);
                        var before = Process.GetCurrentProcess().TotalProcessorTime;
                        var outcome = CountingRules.Count(file.Election, rule, ties, utility, completion, (long)Math.Pow(10, file.Decimals));
                        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
                        // A project without votes is never funded here.
                        var given = election.Value.GetProperty($"{name}@{order}").EnumerateArray().Select(i => i.GetString()!)
                            .Where(i => votes[Place(file.Election, i)] > 0).Order(StringComparer.Ordinal);
                        var isRight = given.SequenceEqual(outcome.Selected.Select(o => file.Election.Options[o].Id).Order(StringComparer.Ordinal), StringComparer.Ordinal);
                        (right, wrong) = isRight ? (right + 1, wrong) : (right, wrong + 1);
                        if (!isRight || seconds > 0.1)
                        {
                            Say($"{(isRight ? "right" : "WRONG")} {name}@{order} {election.Name}: {seconds:0.00} s of processor time");
                        }
                    }
                }
            }
        }

        Say($"{right} as given, {wrong} not");
        return wrong == 0 && right > 0 ? 0 : 1;
    }

    private static int Place(Election election, string id) => election.Options.Select((o, i) => (o.Id, Place: i)).Single(o => o.Id == id).Place;

    private static double Best(Func<int> work) => Enumerable.Range(0, 3).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    });

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
