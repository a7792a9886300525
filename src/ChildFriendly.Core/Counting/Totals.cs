namespace ChildFriendly.Core.Counting;

/// <summary>Rules that add up: who has most wins. An option without any votes, points or faces never wins.</summary>
public static class Totals
{
    /// <summary>How many ballots name each option.</summary>
    public static long[] Approvals(Election election) => Sum(election, (_, _) => 1);

    /// <summary>What projects are funded by: votes, or points where ballots give points.</summary>
    internal static long[] Support(Election election) => election.Kind switch
    {
        BallotKind.Points or BallotKind.Score => Sum(election, (ballot, i) => ballot.Values[i]),
        BallotKind.Ranking => Sum(election, (ballot, i) => (election.MaxRanked ?? ballot.Options.Count) - ballot.Values[i] + 1),
        _ => Approvals(election),
    };

    public static CountOutcome Approval(Election election, TieOrder ties) =>
        Outcome(CountingRule.Approval, election, ties, Approvals(election), Blank(election));

    /// <summary>The sum of the points given.</summary>
    public static CountOutcome Points(Election election, TieOrder ties) =>
        Outcome(CountingRule.Points, election, ties, Sum(election, (ballot, i) => ballot.Values[i]), Blank(election));

    /// <summary>One vote for the one best option of each ballot; a ballot with several best ones is set aside.</summary>
    public static CountOutcome Plurality(Election election, TieOrder ties)
    {
        var votes = new long[election.Options.Count];
        long setAside = 0;
        foreach (var ballot in election.Ballots)
        {
            if (BestOf(ballot, _ => true) is { } best)
            {
                votes[best] += ballot.Weight;
            }
            else
            {
                setAside += ballot.Weight;
            }
        }

        return Outcome(CountingRule.Plurality, election, ties, votes, setAside);
    }

    /// <summary>Of m options the first gets m − 1 points, the next m − 2, and so on; tied ones the points of the last of them, unranked ones none.</summary>
    public static CountOutcome Borda(Election election, TieOrder ties) => Outcome(
        CountingRule.Borda, election, ties, Sum(election, (ballot, i) => election.Options.Count - ballot.Values.Count(place => place <= ballot.Values[i])), Blank(election));

    /// <summary>The mean of the faces given, compared exactly; the median is shown beside it.</summary>
    public static CountOutcome Score(Election election, TieOrder ties)
    {
        var sums = Sum(election, (ballot, i) => ballot.Values[i]);
        var counts = Approvals(election);
        var medians = new long[election.Options.Count];
        var faces = election.Ballots.SelectMany(b => b.Options.Select((option, i) => (Option: option, Face: b.Values[i], b.Weight))).ToLookup(f => f.Option);
        for (var option = 0; option < medians.Length; option++)
        {
            medians[option] = MedianOf(faces[option].Select(f => (f.Face, f.Weight)), counts[option]);
        }

        var order = Enumerable.Range(0, counts.Length).Where(o => counts[o] > 0).ToList();
        order.Sort((a, b) => Compare(a, b) is var c && c != 0 ? c : ties.PlaceOf(a).CompareTo(ties.PlaceOf(b)));
        var (selected, tied) = Take(order, election.Winners, (a, b) => Compare(a, b) == 0);
        return new CountOutcome(CountingRule.Score, selected, tied, [new ScoresStep(sums, counts, medians)]);

        int Compare(int a, int b) => ((Int128)sums[b] * counts[a]).CompareTo((Int128)sums[a] * counts[b]);
    }

    /// <returns>The one option that stands first among those asked for; null where there is none, or several stand first.</returns>
    internal static int? BestOf(BallotGroup ballot, Predicate<int> isIn)
    {
        var (best, place, isShared) = (-1, long.MaxValue, false);
        for (var i = 0; i < ballot.Options.Count; i++)
        {
            var at = ballot.Values.Count > 0 ? ballot.Values[i] : 1;
            if (at <= place && isIn(ballot.Options[i]))
            {
                (best, isShared, place) = (ballot.Options[i], at == place, at);
            }
        }

        return best < 0 || isShared ? null : best;
    }

    private static CountOutcome Outcome(CountingRule rule, Election election, TieOrder ties, long[] totals, long setAside)
    {
        var order = Enumerable.Range(0, totals.Length).Where(o => totals[o] > 0).OrderByDescending(o => totals[o]).ThenBy(ties.PlaceOf).ToList();
        var (selected, tied) = Take(order, election.Winners, (a, b) => totals[a] == totals[b]);
        return new CountOutcome(rule, selected, tied, [new TotalsStep(totals, setAside)]);
    }

    /// <summary>The first ones, and those between whom the last place was decided only by the tie order.</summary>
    private static (List<int> Selected, List<IReadOnlyList<int>> Ties) Take(List<int> order, int winners, Func<int, int, bool> areTied)
    {
        var selected = order.Take(winners).ToList();
        var isContested = selected.Count > 0 && selected.Count < order.Count && areTied(selected[^1], order[selected.Count]);
        return (selected, isContested ? [order.Where(o => areTied(o, selected[^1])).Order().ToList()] : []);
    }

    private static long[] Sum(Election election, Func<BallotGroup, int, long> valueAt)
    {
        var totals = new long[election.Options.Count];
        foreach (var ballot in election.Ballots)
        {
            for (var i = 0; i < ballot.Options.Count; i++)
            {
                totals[ballot.Options[i]] += ballot.Weight * valueAt(ballot, i);
            }
        }

        return totals;
    }

    private static long Blank(Election election) => election.Ballots.Where(b => b.Options.Count == 0).Sum(b => b.Weight);

    private static long MedianOf(IEnumerable<(long Face, long Weight)> faces, long count)
    {
        long seen = 0;
        foreach (var (face, weight) in faces.OrderBy(f => f.Face))
        {
            seen += weight;
            if (seen * 2 >= count)
            {
                return face;
            }
        }

        return 0;
    }
}
