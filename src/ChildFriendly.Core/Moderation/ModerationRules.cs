using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation;

public static class ModerationRules
{
    /// <summary>Target for the first decision, in working days after the day it came (<see cref="RomanianWorkdays"/>).</summary>
    public const int TargetDays = 2;

    /// <summary>So long nothing goes out after a decision, and it can be taken back.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromMinutes(1);

    public static readonly Refusal Decided = new("moderation.case.decided");
    public static readonly Refusal TakenBack = new("moderation.case.taken-back");
    public static readonly Refusal SomebodyElseHasIt = new("moderation.case.somebody-else");
    public static readonly Refusal DecidedByYou = new("moderation.case.decided-by-you");
    public static readonly Refusal OpinionAskedByYou = new("moderation.case.opinion-asked-by-you");
    public static readonly Refusal TooLateToTakeBack = new("told.moderation-too-late");
    public static readonly Refusal NobodyElse = new("moderation.case.nobody-else");
    public static readonly Refusal NothingLeftOut = new("moderation.case.nothing-left-out");
    public static readonly Refusal NotInTheWords = new("moderation.case.not-in-the-words");
    public static readonly Refusal TooMuchLeftOut = new("moderation.case.too-much-left-out");
    public static readonly Refusal NoteMissing = new("moderation.case.note-missing");
    public static readonly Refusal NotAppealable = new("moderation.appeal.not-possible");
    public static readonly Refusal QuestionMissing = new("moderation.case.question-missing");
    public static readonly Refusal ReasonMissing = new("moderation.case.reason-missing");
    public static readonly Refusal SentenceMissing = new("moderation.case.sentence-missing");

    public static Refusal? RefuseToClaim(ModerationCase item, Guid staffId, DateTime now) => item switch
    {
        { Stage: ModerationStage.Withdrawn } => TakenBack,
        { DecidedAt: not null } => Decided,
        { Stage: ModerationStage.Concern } => SomebodyElseHasIt,
        { Stage: ModerationStage.Held } => item.DecidedById == staffId ? Decided : SomebodyElseHasIt,
        _ when item.NotById == staffId => DecidedByYou,
        _ when item.OpinionAskedById == staffId => OpinionAskedByYou,
        { ClaimedById: { } holder, ClaimedUntil: { } until } when holder != staffId && until > now => SomebodyElseHasIt,
        _ => null,
    };

    /// <summary>A child may ask once for another look, and only at what is its own and was not published.</summary>
    /// <param name="isNotPublished">Nor forgotten since.</param>
    public static Refusal? RefuseToAppeal(IQuestionable item, Guid? authorId, Guid childId, bool isNotPublished) =>
        authorId == childId && isNotPublished && !item.IsAppealed ? null : NotAppealable;

    public static Refusal? RefuseToTakeBack(ModerationCase item, Guid staffId, DateTime now) =>
        item is { Stage: ModerationStage.Held, HeldUntil: { } until } && item.DecidedById == staffId && now < until ? null : TooLateToTakeBack;

    /// <summary>What is left must still be something to read: otherwise it is the child who writes it anew.</summary>
    public static Refusal? RefuseToRedact(IReadOnlyDictionary<WordsField, string> words, IReadOnlyList<Cut> cuts)
    {
        if (cuts.Count == 0)
        {
            return NothingLeftOut;
        }

        var left = words.Where(w => w.Key is WordsField.Title or WordsField.Text or WordsField.Voice).Select(w => Cut.Apply(w.Value, cuts.Where(c => c.Field == w.Key)));
        return left.All(w => w.Any(char.IsLetter)) ? null : TooMuchLeftOut;
    }

    public static DateOnly DueOn(DateTime waitingSince) => RomanianWorkdays.After(RomanianTime.DateOf(waitingSince), TargetDays);

    /// <summary>Whoever read it may decide it: a lease that ran out while writing loses nothing unless somebody else took over.</summary>
    public static Refusal? RefuseToDecide(ModerationCase item, Guid staffId, DateTime now) => RefuseToClaim(item, staffId, now);
}
