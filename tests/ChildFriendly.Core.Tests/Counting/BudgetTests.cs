using System.Text.Json;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Counting.Files;
using Xunit;

namespace ChildFriendly.Core.Tests.Counting;

/// <summary>Budgets: the given small cases under every rule, and what must hold for any election.</summary>
public sealed class BudgetTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Counting", "tiny");

    private static readonly Dictionary<string, (CountingRule Rule, Utility Utility, Completion Completion)> Ways = new(StringComparer.Ordinal)
    {
        ["greedy_cost"] = (CountingRule.GreedyBudget, Utility.Cost, Completion.None),
        ["mes_cost"] = (CountingRule.EqualShares, Utility.Cost, Completion.None),
        ["mes_card"] = (CountingRule.EqualShares, Utility.Cardinality, Completion.None),
        ["mes_cost+util_votes"] = (CountingRule.EqualShares, Utility.Cost, Completion.Utilitarian),
        ["mes_card+util_votes"] = (CountingRule.EqualShares, Utility.Cardinality, Completion.Utilitarian),
        ["mes_cost+add1"] = (CountingRule.EqualShares, Utility.Cost, Completion.Add1),
        ["mes_card+add1"] = (CountingRule.EqualShares, Utility.Cardinality, Completion.Add1),
        ["mes_cost+add1u"] = (CountingRule.EqualShares, Utility.Cost, Completion.Add1Utilitarian),
        ["mes_card+add1u"] = (CountingRule.EqualShares, Utility.Cardinality, Completion.Add1Utilitarian),
    };

    public static TheoryData<string, string, string[]> Given
    {
        get
        {
            var data = new TheoryData<string, string, string[]>();
            foreach (var (file, ways) in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(File.ReadAllText(Path.Combine(Folder, "expected.json")))!)
            {
                foreach (var (way, selected) in ways.Where(w => Ways.ContainsKey(w.Key.Split('@')[0])))
                {
                    data.Add(file, way, selected);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Given))]
    public void Given_elections_have_the_given_results(string file, string way, string[] selected)
    {
        var read = ElectionFile.Read(Path.Combine(Folder, file));
        var election = read.Election;
        var (rule, utility, completion) = Ways[way.Split('@')[0]];
        var ties = way.EndsWith("@cvl", StringComparison.Ordinal) ? TieOrder.ByCost(election) : TieOrder.ById(election);

        var outcome = CountingRules.Count(election, rule, ties, utility, completion, (long)Math.Pow(10, read.Decimals));

        // A project without votes is never funded here.
        var votes = Totals.Approvals(election);
        var expected = selected.Where(id => votes[Place(election, id)] > 0);
        Assert.Equal(expected, outcome.Selected.Select(o => election.Options[o].Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_budget_that_was_written_as_a_file_is_counted_to_the_same_result()
    {
        foreach (var path in Directory.EnumerateFiles(Folder, "*.pb"))
        {
            var read = ElectionFile.Read(path);
            var names = read.Names.Select(n => $"{n}; \"{n}\"").ToList();
            var head = new PabulibHead(
                "Ce facem; și unde?", "Romania", "Bacău", "2026", "greedy", new(2026, 3, 1), new(2026, 3, 9), 3, IsCapped: true, "ro", "RON", read.Decimals, "Probă");

            var again = PabulibFile.Read(new StringReader(PabulibFile.Write(read.Election, names, [0], head)));

            Assert.Equal(names, again.Names);
            Assert.Equal((read.Decimals, read.Election.Budget), (again.Decimals, again.Election.Budget));
            foreach (var (rule, utility, completion) in Ways.Values)
            {
                foreach (var order in new Func<Election, TieOrder>[] { TieOrder.ById, TieOrder.ByCost })
                {
                    Assert.Equal(Report(read.Election), Report(again.Election));

                    string Report(Election election) =>
                        CountReport.ToJson(election, CountingRules.Count(election, rule, order(election), utility, completion, (long)Math.Pow(10, read.Decimals))).ToJsonString();
                }
            }
        }
    }

    /// <summary>The definition itself, with fractions only and without any shortcut, as an independent count.</summary>
    [Theory]
    [InlineData(Utility.Cost)]
    [InlineData(Utility.Cardinality)]
    public void Equal_shares_buy_what_the_definition_buys_at_its_prices(Utility utility)
    {
        var random = new Random(20260311);
        for (var i = 0; i < 400; i++)
        {
            var election = Any(random);
            var ties = TieOrder.ById(election);

            var outcome = EqualShares.Count(election, ties, utility, Completion.None);

            Assert.Equal(ByDefinition(election, ties, utility), outcome.Steps.OfType<PurchaseStep>().Select(p => (p.Option, p.Price)));
        }
    }

    [Fact]
    public void Nothing_is_overspent_and_the_order_of_ballots_never_matters()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var election = Any(random);
            var turned = new Election(election.Kind, election.Options, election.Ballots.Reverse().SelectMany(b => Enumerable.Repeat(BallotGroup.Of(1, [.. b.Options.Reverse()]), (int)b.Weight)), budget: election.Budget);
            foreach (var (rule, utility, completion) in Ways.Values)
            {
                var once = CountingRules.Count(election, rule, TieOrder.ById(election), utility, completion);
                var again = CountingRules.Count(turned, rule, TieOrder.ById(turned), utility, completion);

                Assert.True(once.Selected.Sum(o => election.Options[o].Cost) <= election.Budget);
                Assert.Equal(CountReport.ToJson(election, once).ToJsonString(), CountReport.ToJson(turned, again).ToJsonString());
            }
        }
    }

    /// <summary>The bound of fairness: a group that agrees on projects which its own shares can pay for together gets them all.</summary>
    [Fact]
    public void A_group_that_agrees_gets_its_share()
    {
        var random = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            // The first options are approved by exactly this group, which could pay for all of them.
            var (group, others) = (random.Next(1, 30), random.Next(1, 30));
            var budget = random.Next(1000, 100_000);
            var costs = Enumerable.Range(0, 3).Select(_ => (long)random.Next(1, budget * group / (group + others) / 3 + 1)).ToArray();
            var options = costs.Select((c, o) => new ElectionOption($"{o}", c)).Append(new ElectionOption("x", random.Next(1, budget))).ToList();
            var election = new Election(BallotKind.Budget, options, [BallotGroup.Of(group, 0, 1, 2), BallotGroup.Of(others, 3)], budget: budget);

            var selected = EqualShares.Count(election, TieOrder.ById(election), Utility.Cost, Completion.None).Selected;

            Assert.Superset(new HashSet<int> { 0, 1, 2 }, selected.ToHashSet());
        }
    }

    [Fact]
    public void A_tie_of_prices_is_shown_and_decided_by_the_order_alone()
    {
        var election = new Election(BallotKind.Budget, [new("b", 60), new("a", 60)], [BallotGroup.Of(1, 0), BallotGroup.Of(1, 1)], budget: 120);

        var outcome = EqualShares.Count(election, TieOrder.ById(election), Utility.Cost, Completion.None);

        Assert.Equal([1, 0], outcome.Selected);
        Assert.Equal([0, 1], Assert.Single(outcome.Ties));
    }

    private static int Place(Election election, string id) => election.Options.Select((o, i) => (o.Id, i)).Single(o => o.Id == id).i;

    private static Election Any(Random random)
    {
        var options = Enumerable.Range(0, random.Next(1, 9)).Select(o => new ElectionOption($"{o}", random.Next(4) == 0 ? 30 : random.Next(1, 400))).ToList();
        var ballots = Enumerable.Range(0, random.Next(1, 25))
            .Select(_ => BallotGroup.Of(random.Next(1, 4), Enumerable.Range(0, options.Count).Where(_ => random.Next(3) == 0).ToArray()));
        return new Election(BallotKind.Budget, options, ballots, budget: random.Next(50, 1200));
    }

    private static List<(int Option, Fraction Price)> ByDefinition(Election election, TieOrder ties, Utility utility)
    {
        var balances = election.Ballots.Select(_ => new Fraction(election.Budget, election.Cast)).ToArray();
        var open = Enumerable.Range(0, election.Options.Count).Where(o => election.Ballots.Any(b => b.Options.Contains(o))).ToList();
        var bought = new List<(int Option, Fraction Price)>();
        while (true)
        {
            var prices = open.Select(o => (Option: o, Price: PriceOf(o))).Where(p => p.Price is not null)
                .Select(p => (p.Option, Price: p.Price!.Value, Rate: utility == Utility.Cost ? p.Price.Value / election.Options[p.Option].Cost : p.Price.Value))
                .OrderBy(p => p.Rate).ThenBy(p => ties.PlaceOf(p.Option)).ToList();
            if (prices.Count == 0)
            {
                return bought;
            }

            var (option, price, _) = prices[0];
            bought.Add((option, price));
            open.Remove(option);
            for (var b = 0; b < balances.Length; b++)
            {
                if (election.Ballots[b].Options.Contains(option))
                {
                    balances[b] -= balances[b] < price ? balances[b] : price;
                }
            }
        }

        Fraction? PriceOf(int option)
        {
            Fraction missing = election.Options[option].Cost;
            var supporters = Enumerable.Range(0, balances.Length).Where(b => election.Ballots[b].Options.Contains(option)).OrderBy(b => balances[b]).ToList();
            var left = supporters.Sum(b => election.Ballots[b].Weight);
            foreach (var b in supporters)
            {
                if (missing / left <= balances[b])
                {
                    return missing / left;
                }

                missing -= balances[b] * election.Ballots[b].Weight;
                left -= election.Ballots[b].Weight;
            }

            return null;
        }
    }
}
