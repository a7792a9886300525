using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Initiatives;

public static class InitiativeRules
{
    /// <summary>The term for answering petitions, OG 27/2002.</summary>
    public const int DaysToAnswer = AnswerRules.DaysToAnswer;

    /// <summary>More than this at once from one child waits until some are checked, so that the queue serves everybody.</summary>
    public const int MostWaiting = 5;

    public const int MostRemarksWaiting = 10;

    /// <summary>A sign of harm is heard whatever else waits; only a flood from one card is not.</summary>
    public const int MostWaitingWithSign = 20;

    /// <summary>Two classes: what more children say is a vote, not a conversation.</summary>
    public const int MostInGroup = 60;

    public static readonly Refusal NotOpenForSupport = new("initiatives.support.not-open");
    public static readonly Refusal OtherLocality = new("initiatives.other-locality");
    public static readonly Refusal SupportFirst = new("initiatives.support.why.first");
    public static readonly Refusal TooManyRemarksWaiting = new("initiatives.support.why.too-many");
    public static readonly Refusal OwnInitiative = new("initiatives.support.own");
    public static readonly Refusal NotYours = new("initiatives.not-yours");
    public static readonly Refusal NotEditable = new("initiatives.not-editable");
    public static readonly Refusal NotHereAnyMore = new("initiatives.not-here-any-more");
    public static readonly Refusal TooManyWaiting = new("initiatives.too-many-waiting");
    public static readonly Refusal GoalMissing = new("initiatives.missing.goal");
    public static readonly Refusal TitleMissing = new("initiatives.missing.title");
    public static readonly Refusal TextMissing = new("initiatives.missing.text");
    public static readonly Refusal PlaceMissing = new("initiatives.missing.place");
    public static readonly Refusal RemovalRequestedAlready = new("initiatives.removal.requested-already");
    public static readonly Refusal NotPublic = new("initiatives.removal.not-public");
    public static readonly Refusal InVote = new("initiatives.removal.in-vote");
    public static readonly Refusal NotAnswerable = new("initiatives.answer.not-answerable");
    public static readonly Refusal ReasonDoesNotFit = AnswerRules.ReasonDoesNotFit;
    public static readonly Refusal NoChildren = new("desk.group-ideas.no-children");
    public static readonly Refusal TooManyChildren = new("desk.group-ideas.too-many", MostInGroup);
    public static readonly Refusal NotAGroups = new("desk.group-ideas.not-a-groups");
    public static readonly Refusal WrittenDownAlready = new("desk.group-ideas.written-down-already");
    public static readonly Refusal NotTrackingWords = new("track.not-words");
    public static readonly Refusal UnknownTrackingWords = new("track.unknown");
    public static readonly Refusal TooManyTrackingTries = new("track.too-many-tries");
    public static readonly Refusal NotUnderReview = new("initiatives.review.not-published");

    public static Refusal? RefuseToSupport(Initiative initiative, Participant child) => initiative switch
    {
        _ when child.LocalityId != initiative.LocalityId => OtherLocality,
        { Stage: not (InitiativeStage.Published or InitiativeStage.UnderReview) } => NotOpenForSupport,
        _ when initiative.AuthorId == child.Id => OwnInitiative,
        _ => null,
    };

    /// <summary>Who wants it too may say why, for as long as it gathers support.</summary>
    public static Refusal? RefuseToSayWhy(Initiative initiative, bool hasSupported) => initiative switch
    {
        { Stage: not (InitiativeStage.Published or InitiativeStage.UnderReview) } => NotOpenForSupport,
        _ when !hasSupported => SupportFirst,
        _ => null,
    };

    /// <param name="waiting">How many of the child's remarks nobody has checked yet, this one apart.</param>
    /// <param name="hasSign">There is a sign of harm in it.</param>
    public static Refusal? RefuseManyRemarks(int waiting, bool hasSign) =>
        waiting >= (hasSign ? MostWaitingWithSign : MostRemarksWaiting) ? TooManyRemarksWaiting : null;

    /// <summary>A child may think again for as long as the initiative gathers support; a term that has begun goes on.</summary>
    public static Refusal? RefuseToTakeBackSupport(Initiative initiative) =>
        initiative.Stage is InitiativeStage.Published or InitiativeStage.UnderReview ? null : NotOpenForSupport;

    public static Refusal? RefuseToEdit(Initiative initiative, Participant child) => initiative switch
    {
        _ when initiative.AuthorId != child.Id => NotYours,
        { Stage: not (InitiativeStage.Draft or InitiativeStage.SentBack) } => NotEditable,
        _ => null,
    };

    /// <param name="hasSign">Of harm, in what is written.</param>
    public static Refusal? RefuseToSubmit(Initiative initiative, Participant child, int waiting, bool hasSign = false) =>
        RefuseToEdit(initiative, child) ?? WhatIsMissing(initiative) ?? (waiting >= (hasSign ? MostWaitingWithSign : MostWaiting) ? TooManyWaiting : null);

    public static Refusal? RefuseToWithdraw(Initiative initiative, Participant child) => initiative switch
    {
        _ when initiative.AuthorId != child.Id => NotYours,
        { Stage: not (InitiativeStage.Draft or InitiativeStage.Submitted or InitiativeStage.SentBack) } => NotEditable,
        _ => null,
    };

    public static Refusal? RefuseToAppeal(Initiative initiative, Participant child) =>
        ModerationRules.RefuseToAppeal(initiative, initiative.AuthorId, child.Id, initiative.Stage == InitiativeStage.NotPublished && initiative.Title.Length > 0);

    public static Refusal? RefuseToRequestRemoval(Initiative initiative, Participant child) => initiative switch
    {
        _ when initiative.AuthorId != child.Id => NotYours,
        { RemovalRequestedAt: not null } => RemovalRequestedAlready,
        _ when !initiative.Stage.IsPublic() => NotPublic,
        _ => null,
    };

    /// <summary>While children vote on it nothing is taken out of their hands; after the count it goes.</summary>
    public static Refusal? RefuseToRemove(Initiative initiative) => initiative.Stage switch
    {
        InitiativeStage.OnBallot => InVote,
        var stage when stage.IsPublic() || stage == InitiativeStage.Hidden => null,
        _ => NotPublic,
    };

    public static Refusal? RefuseToTakeUp(Initiative initiative) =>
        initiative.Stage is InitiativeStage.Published or InitiativeStage.NotSelected ? null : NotUnderReview;

    public static Refusal? RefuseToAnswer(Initiative initiative) =>
        initiative.Stage is InitiativeStage.Published or InitiativeStage.UnderReview ? null : NotAnswerable;

    public static Refusal? RefuseToAnswer(Initiative initiative, Decision decision, AnswerReason reason) =>
        RefuseToAnswer(initiative) ?? (reason.Fits(decision) ? null : ReasonDoesNotFit);

    /// <summary>Only what nothing has followed from: afterwards a measure is stopped, or a vote decides.</summary>
    public static Refusal? RefuseToWithdrawAnswer(Initiative initiative) =>
        initiative.Stage is InitiativeStage.Accepted or InitiativeStage.PartlyAccepted or InitiativeStage.NotNow or InitiativeStage.Declined
            && initiative.Timeline.MaxBy(t => t.Position) is { ReasonKey: not null, Decision: null, Office: not null } ? null : AnswerRules.NothingToWithdraw;

    public static Refusal? RefuseToWriteDown(int children) => children switch
    {
        <= 0 => NoChildren,
        > MostInGroup => TooManyChildren,
        _ => null,
    };

    /// <summary>Only what was given without a card is followed by words: whoever has a card has "my things".</summary>
    public static Refusal? RefuseToPrintWords(Initiative initiative) => initiative.GroupSize is null ? NotAGroups : null;

    /// <summary>Written anew by the adult, after a moderator's question.</summary>
    public static Refusal? RefuseToCorrect(Initiative initiative) => initiative switch
    {
        { GroupSize: null } => NotAGroups,
        { Stage: not InitiativeStage.SentBack } => NotEditable,
        _ => WhatIsMissing(initiative),
    };

    public static Refusal? RefuseToWithdraw(Initiative initiative) => initiative switch
    {
        { GroupSize: null } => NotAGroups,
        { Stage: not (InitiativeStage.Submitted or InitiativeStage.SentBack) } => NotEditable,
        _ => null,
    };

    /// <summary>The first thing a draft still needs. Whom it helps may stay open.</summary>
    public static Refusal? WhatIsMissing(Initiative initiative) => initiative switch
    {
        { Goal: null } => GoalMissing,
        { Title.Length: 0 } => TitleMissing,
        { Text.Length: 0 } => TextMissing,
        { Place.Length: 0 } => PlaceMissing,
        _ => null,
    };

    /// <summary>Whole days past the due date, for public display; null when nothing is late.</summary>
    public static int? DaysOverdue(DateOnly? dueOn, DateOnly today) => AnswerRules.DaysOverdue(dueOn, today);
}
