namespace ChildFriendly.Core.Counting;

/// <summary>
/// Projects by votes, or by points where ballots give points: each is funded where its cost fits into what is left, and otherwise passed over.
/// One without votes is never funded. A place in a ranking is worth as many points as places follow it, itself included (Pabulib's score).
/// </summary>
public static class GreedyBudget
{
    public static CountOutcome Count(Election election, TieOrder ties)
    {
        var (selected, tied, steps) = Fund(election, ties, [], election.Budget);
        return new CountOutcome(CountingRule.GreedyBudget, selected, tied, steps);
    }

    /// <summary>Among the projects that are not funded yet.</summary>
    internal static (List<int> Funded, List<IReadOnlyList<int>> Ties, List<CountStep> Steps) Fund(Election election, TieOrder ties, IReadOnlyCollection<int> done, long left)
    {
        var votes = Totals.Support(election);
        var (funded, tied, steps) = (new List<int>(), new List<IReadOnlyList<int>>(), new List<CountStep>());
        foreach (var equals in Enumerable.Range(0, votes.Length).Where(o => votes[o] > 0 && !done.Contains(o)).GroupBy(o => votes[o]).OrderByDescending(g => g.Key))
        {
            var before = left;
            var wouldFit = equals.Where(o => election.Options[o].Cost <= before).Order().ToList();
            foreach (var option in equals.OrderBy(ties.PlaceOf))
            {
                var cost = election.Options[option].Cost;
                var isFunded = cost <= left;
                if (isFunded)
                {
                    left -= cost;
                    funded.Add(option);
                }

                steps.Add(new GreedyStep(option, equals.Key, cost, isFunded, left));
            }

            if (!wouldFit.TrueForAll(funded.Contains))
            {
                tied.Add(wouldFit);
            }
        }

        return (funded, tied, steps);
    }
}
