using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Participation;

namespace ChildFriendly.Core.Consultations;

/// <summary>How a question is asked and counted.</summary>
/// <param name="Winners">How many options win; 0 where money decides how many.</param>
/// <param name="MaxChoices">How many options one ballot may name, at most.</param>
public sealed record QuestionPlan(string Text, BallotKind Kind, CountingRule Rule, int Winners, int MaxChoices)
{
    /// <summary>Children answer in their own words; nothing is counted.</summary>
    public static QuestionPlan Open(string text) => new(text, BallotKind.OpenAnswer, default, Winners: 0, MaxChoices: 1);

    /// <summary>How many options a ballot has to name, at least.</summary>
    public int MinChoices { get; init; } = 1;

    public AgeBands Audience { get; init; } = AgeBands.All;

    /// <summary>How many points a ballot gives away, where it gives points.</summary>
    public int? Points { get; init; }

    /// <summary>How many ballots it takes for anything to win; null where any number will do.</summary>
    public int? Quorum { get; init; }

    /// <summary>How many per cent of the ballots an option needs to win; null where none are asked for.</summary>
    public int? Threshold { get; init; }

    /// <summary>What there is to spend, where projects are voted on.</summary>
    public long? BudgetBani { get; init; }
}
