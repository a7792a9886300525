namespace ChildFriendly.Core.Shared;

/// <summary>The five goal areas of the Child Friendly Cities framework of 2018; every initiative and measure belongs to one.</summary>
public enum GoalArea
{
    Respect,
    Voice,
    Services,
    Environment,
    Play,
}

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
