namespace ChildFriendly.Core.Initiatives;

/// <summary>Where an initiative is on its way. Overdue is derived from the due date and never a stage.</summary>
public enum InitiativeStage
{
    Draft,
    Submitted,
    SentBack,
    NotPublished,
    Withdrawn,
    Published,
    UnderReview,
    Accepted,
    PartlyAccepted,
    NotNow,
    Declined,
    MergedInto,
    OnBallot,
    Selected,
    NotSelected,
    InPlan,
    InProgress,
    Done,
    ConfirmedByChildren,
    Hidden,

    /// <summary>Its child wanted it gone: nothing of what they wrote is left.</summary>
    Removed,
}

public static class InitiativeStages
{
    /// <summary>Not yet checked by a person, taken back, or hidden: for the child and the moderator only.</summary>
    public static IReadOnlyList<InitiativeStage> Unpublished { get; } =
    [
        InitiativeStage.Draft, InitiativeStage.Submitted, InitiativeStage.SentBack, InitiativeStage.NotPublished, InitiativeStage.Withdrawn,
        InitiativeStage.Hidden, InitiativeStage.Removed,
    ];

    public static bool IsPublic(this InitiativeStage stage) => !Unpublished.Contains(stage);
}
