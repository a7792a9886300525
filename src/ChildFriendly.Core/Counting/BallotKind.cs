namespace ChildFriendly.Core.Counting;

/// <summary>How one votes on a question.</summary>
public enum BallotKind
{
    /// <summary>Any options, up to so many.</summary>
    Approval,

    /// <summary>One option.</summary>
    SingleChoice,

    /// <summary>Options from the best down.</summary>
    Ranking,

    /// <summary>A face for each option, from 1 to 5.</summary>
    Score,

    /// <summary>Points to give away.</summary>
    Points,

    /// <summary>Projects that cost money.</summary>
    Budget,

    /// <summary>Words, which a person checks and nobody counts.</summary>
    OpenAnswer,
}

public static class CountingRules
{
    /// <summary>The rules that ballots of a kind can be counted by; the first is the usual one. None for what is not counted.</summary>
    public static IReadOnlyList<CountingRule> For(BallotKind kind) => kind switch
    {
        BallotKind.Approval => [CountingRule.Approval],
        BallotKind.SingleChoice => [CountingRule.Plurality],
        BallotKind.Ranking => [CountingRule.Borda, CountingRule.InstantRunoff],
        BallotKind.Score => [CountingRule.Score],
        BallotKind.Points => [CountingRule.Points],
        BallotKind.Budget => [CountingRule.EqualShares, CountingRule.GreedyBudget],
        BallotKind.OpenAnswer => [],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>Whether a threshold can be asked for: where ballots name options, and not where they order or weigh them.</summary>
    public static bool TakesThreshold(BallotKind kind) => kind is BallotKind.Approval or BallotKind.SingleChoice or BallotKind.Budget;

    /// <summary>Counts by a rule, under the election's conditions: what too few name cannot win, and where there are too few ballots nothing does.</summary>
    /// <param name="utility">For equal shares only, like completion and step.</param>
    /// <param name="step">By how much every share is raised at a time, in the smallest unit of the money.</param>
    public static CountOutcome Count(
        Election election, CountingRule rule, TieOrder ties, Utility utility = Utility.Cost, Completion completion = Completion.None, long step = 100)
    {
        var struck = Struck(election);
        // Money is shared among the rest; elsewhere what is struck stands behind the rest anyway.
        var spends = rule is CountingRule.GreedyBudget or CountingRule.EqualShares;
        var outcome = CountAll(struck.Count > 0 && spends ? election.Without(struck) : election, rule, ties, utility, completion, step);
        if (election.Threshold > 0)
        {
            outcome = outcome with
            {
                Selected = [.. outcome.Selected.Except(struck)],
                Ties = [.. outcome.Ties.Where(t => !t.Any(struck.Contains))],
                Steps = [.. outcome.Steps, new ThresholdStep(election.Threshold, struck)],
            };
        }

        return election.Cast < election.Quorum ? outcome with { Selected = [], Ties = [], Steps = [.. outcome.Steps, new QuorumStep(election.Quorum)] } : outcome;
    }

    /// <summary>Options that fewer ballots name than the threshold asks for, ascending.</summary>
    private static List<int> Struck(Election election)
    {
        var named = election.Threshold > 0 ? Totals.Approvals(election) : [];
        return Enumerable.Range(0, named.Length).Where(o => (Int128)named[o] * 100 < (Int128)election.Threshold * election.Cast).ToList();
    }

    private static CountOutcome CountAll(Election election, CountingRule rule, TieOrder ties, Utility utility, Completion completion, long step)
    {
        return rule switch
        {
            CountingRule.Plurality => Totals.Plurality(election, ties),
            CountingRule.Approval => Totals.Approval(election, ties),
            CountingRule.Borda => Totals.Borda(election, ties),
            CountingRule.InstantRunoff => InstantRunoff.Count(election, ties),
            CountingRule.Score => Totals.Score(election, ties),
            CountingRule.Points => Totals.Points(election, ties),
            CountingRule.GreedyBudget => GreedyBudget.Count(election, ties),
            CountingRule.EqualShares => EqualShares.Count(election, ties, utility, completion, step),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, message: null),
        };
    }
}
