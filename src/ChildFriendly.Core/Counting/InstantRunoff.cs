namespace ChildFriendly.Core.Counting;

/// <summary>
/// Every ballot counts for the best of its options that is still in. Who has more than half of the ballots that still count wins; until
/// then the option with the fewest leaves. Of several with the fewest the last one in the tie order leaves.
/// </summary>
public static class InstantRunoff
{
    public static CountOutcome Count(Election election, TieOrder ties)
    {
        var isIn = Enumerable.Repeat(element: true, election.Options.Count).ToArray();
        var steps = new List<CountStep>();
        var tied = new List<IReadOnlyList<int>>();
        while (true)
        {
            var (votes, exhausted) = Round(election, isIn);
            var left = Enumerable.Range(0, isIn.Length).Where(o => isIn[o]).ToList();
            var continuing = election.Cast - exhausted;
            if (continuing == 0 || left.Count == 0)
            {
                steps.Add(new RoundStep(Shown(votes, isIn), exhausted, null));
                return new CountOutcome(CountingRule.InstantRunoff, [], tied, steps);
            }

            var first = left.MaxBy(o => votes[o]);
            if (votes[first] * 2 > continuing)
            {
                steps.Add(new RoundStep(Shown(votes, isIn), exhausted, null));
                return new CountOutcome(CountingRule.InstantRunoff, [first], tied, steps);
            }

            var fewest = left.Min(o => votes[o]);
            var last = left.Where(o => votes[o] == fewest).ToList();
            if (last.Count > 1)
            {
                tied.Add(last);
            }

            var leaves = last.MaxBy(ties.PlaceOf);
            steps.Add(new RoundStep(Shown(votes, isIn), exhausted, leaves));
            isIn[leaves] = false;
        }
    }

    private static (long[] Votes, long Exhausted) Round(Election election, bool[] isIn)
    {
        var votes = new long[isIn.Length];
        long exhausted = 0;
        foreach (var ballot in election.Ballots)
        {
            if (Totals.BestOf(ballot, o => isIn[o]) is { } best)
            {
                votes[best] += ballot.Weight;
            }
            else
            {
                exhausted += ballot.Weight;
            }
        }

        return (votes, exhausted);
    }

    private static List<long?> Shown(long[] votes, bool[] isIn) => votes.Select((v, o) => isIn[o] ? v : (long?)null).ToList();
}
