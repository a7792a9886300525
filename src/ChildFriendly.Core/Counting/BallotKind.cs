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

    /// <summary>Counts by a rule.</summary>
    /// <param name="utility">For equal shares only, like completion and step.</param>
    /// <param name="step">By how much every share is raised at a time, in the smallest unit of the money.</param>
    public static CountOutcome Count(
        Election election, CountingRule rule, TieOrder ties, Utility utility = Utility.Cost, Completion completion = Completion.None, long step = 100)
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
