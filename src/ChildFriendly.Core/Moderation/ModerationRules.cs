using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation;

public static class ModerationRules
{
    /// <summary>Target for the first decision, in working days after the day it came (<see cref="RomanianWorkdays"/>).</summary>
    public const int TargetDays = 2;

    public static readonly Refusal Decided = new("moderation.case.decided");
    public static readonly Refusal TakenBack = new("moderation.case.taken-back");
    public static readonly Refusal SomebodyElseHasIt = new("moderation.case.somebody-else");
    public static readonly Refusal DecidedByYou = new("moderation.case.decided-by-you");
    public static readonly Refusal NotAppealable = new("moderation.appeal.not-possible");
    public static readonly Refusal QuestionMissing = new("moderation.case.question-missing");
    public static readonly Refusal ReasonMissing = new("moderation.case.reason-missing");
    public static readonly Refusal SentenceMissing = new("moderation.case.sentence-missing");

    public static Refusal? RefuseToClaim(ModerationCase item, Guid staffId, DateTime now) => item switch
    {
        { Stage: ModerationStage.Withdrawn } => TakenBack,
        { DecidedAt: not null } => Decided,
        { Stage: ModerationStage.Concern } => SomebodyElseHasIt,
        _ when item.NotById == staffId => DecidedByYou,
        { ClaimedById: { } holder, ClaimedUntil: { } until } when holder != staffId && until > now => SomebodyElseHasIt,
        _ => null,
    };

    /// <summary>A child may ask once for another look, and only at what is its own and was not published.</summary>
    /// <param name="isNotPublished">Nor forgotten since.</param>
    public static Refusal? RefuseToAppeal(IQuestionable item, Guid? authorId, Guid childId, bool isNotPublished) =>
        authorId == childId && isNotPublished && !item.IsAppealed ? null : NotAppealable;

    public static DateOnly DueOn(DateTime waitingSince) => RomanianWorkdays.After(RomanianTime.DateOf(waitingSince), TargetDays);

    /// <summary>Whoever read it may decide it: a lease that ran out while writing loses nothing unless somebody else took over.</summary>
    public static Refusal? RefuseToDecide(ModerationCase item, Guid staffId, DateTime now) => RefuseToClaim(item, staffId, now);
}
