namespace ChildFriendly.Core.Shared;

/// <summary>What the town hall or another addressee owes to children: the same for an idea and for a recommendation.</summary>
/// <param name="Reason">Of the fixed list, where one fits.</param>
/// <param name="Text">For 11–17 and everybody else.</param>
/// <param name="Office">Who answers: an office, never a person.</param>
/// <param name="Young">The same, shorter, for 6–10; empty in answers from before it was asked for.</param>
/// <param name="Follows">What happens next.</param>
/// <param name="FollowsOn">By when.</param>
public sealed record OwedAnswer(Decision Decision, AnswerReason? Reason, string Text, string Office, string Young = "", string Follows = "", DateOnly? FollowsOn = null)
{
    public const int TextMaxLength = 600;
    public const int YoungMaxLength = 300;
    public const int OfficeMaxLength = 120;
    public const int FollowsMaxLength = 300;
    public const int WithdrawnBecauseMaxLength = 300;
}

public static class AnswerRules
{
    /// <summary>The term for answering petitions, OG 27/2002.</summary>
    public const int DaysToAnswer = 30;

    private const int MostYearsAhead = 10;

    public static readonly Refusal ReasonDoesNotFit = new("initiatives.answer.reason-does-not-fit");
    public static readonly Refusal FollowsInThePast = new("desk.answer.follows.in-the-past");
    public static readonly Refusal FollowsTooFarAhead = new("desk.answer.follows.too-far-ahead");
    public static readonly Refusal NothingToWithdraw = new("desk.answer.withdraw.nothing");

    public static Refusal? RefuseReason(Decision decision, AnswerReason? reason) => reason is { } given && !given.Fits(decision) ? ReasonDoesNotFit : null;

    public static Refusal? RefuseFollowsOn(DateOnly? followsOn, DateOnly today) =>
        followsOn < today ? FollowsInThePast : followsOn > today.AddYears(MostYearsAhead) ? FollowsTooFarAhead : null;

    /// <summary>Whole days past the due date; null where nothing is late, or nothing is due.</summary>
    public static int? DaysOverdue(DateOnly? dueOn, DateOnly today) => dueOn < today ? today.DayNumber - dueOn.Value.DayNumber : null;

    /// <summary>Whole days until the due date, that day itself being 0; null where it has passed, or nothing is due.</summary>
    public static int? DaysLeft(DateOnly? dueOn, DateOnly today) => dueOn >= today ? dueOn.Value.DayNumber - today.DayNumber : null;
}
