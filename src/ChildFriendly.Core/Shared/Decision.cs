namespace ChildFriendly.Core.Shared;

/// <summary>The town hall's or the decision maker's answer.</summary>
public enum Decision
{
    Accepted,
    PartlyAccepted,
    NotNow,
    Declined,
}

/// <summary>The fixed list of reasons for an answer; one free sentence goes with it.</summary>
public enum AnswerReason
{
    GoodIdea,
    AlreadyPlanned,
    PartOfItPossible,
    NoMoneyThisYear,
    NotOursToDecide,
    NotSafe,
    LawForbids,
    NeedsStudy,
    AlreadyExists,
}

public static class AnswerReasons
{
    /// <summary>Whether somebody can give this reason for this decision: nobody accepts an idea because it is not safe.</summary>
    public static bool Fits(this AnswerReason reason, Decision decision) => decision switch
    {
        Decision.Accepted => reason is AnswerReason.GoodIdea or AnswerReason.AlreadyPlanned,
        Decision.PartlyAccepted => reason is not (AnswerReason.GoodIdea or AnswerReason.AlreadyPlanned or AnswerReason.NeedsStudy),
        Decision.NotNow => reason is AnswerReason.NoMoneyThisYear or AnswerReason.NeedsStudy,
        Decision.Declined => reason is AnswerReason.NotOursToDecide or AnswerReason.NotSafe or AnswerReason.LawForbids or AnswerReason.AlreadyExists,
        _ => false,
    };
}
