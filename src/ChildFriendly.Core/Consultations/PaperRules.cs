using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Consultations;

/// <summary>Votes on paper: who may enter them, until when, and what has to add up.</summary>
public static class PaperRules
{
    /// <summary>A stack that one person enters in one go.</summary>
    public const int MostPapers = 100;

    /// <summary>From so many on, papers are told apart from votes by card (design.md §3.6).</summary>
    public const int FewestApart = SmallNumbers.FewestTold;

    /// <summary>A form holds about a thousand fields.</summary>
    private const int MostFields = 900;

    /// <summary>After the closing hour papers may still be entered for so long, and the count waits.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(3);

    public static readonly Refusal HandedOutTooLate = new("desk.paper.handed-out-too-late");
    public static readonly Refusal TooManyPapers = new("desk.paper.too-many");
    public static readonly Refusal NotOpenYet = new("desk.paper.not-open-yet");
    public static readonly Refusal TooLate = new("desk.paper.too-late");
    public static readonly Refusal TotalsMissing = new("desk.paper.totals-missing");
    public static readonly Refusal MoreThanHandedOut = new("desk.paper.more-than-handed-out");
    public static readonly Refusal MoreThanReturned = new("desk.paper.more-than-returned");
    public static readonly Refusal EnteredAlready = new("desk.paper.entered-already");
    public static readonly Refusal SamePerson = new("desk.paper.same-person");
    public static readonly Refusal NothingToCompare = new("desk.paper.nothing-to-compare");
    public static readonly Refusal NothingPicked = new("desk.paper.nothing-picked");
    public static readonly Refusal PaperIsBlank = new("desk.paper.is-blank");
    public static readonly Refusal OtherWordsBefore = new("desk.paper.words.other-before");
    public static readonly Refusal NotReadable = new("desk.paper.not-readable");

    public static DateTime DueAt(Consultation consultation) => consultation.ClosesAt + Grace;

    /// <summary>How many papers one batch may hold where each has so many questions.</summary>
    public static int MostOf(int questions) => Math.Min(MostPapers, MostFields / Math.Max(1, questions));

    public static Refusal? RefuseToHandOut(Consultation consultation, int papers, int questions, DateTime now) => consultation switch
    {
        { Stage: not (ConsultationStage.Announced or ConsultationStage.Open) } => HandedOutTooLate,
        _ when now >= consultation.ClosesAt => HandedOutTooLate,
        _ when papers > MostOf(questions) => TooManyPapers with { Count = MostOf(questions) },
        _ => null,
    };

    public static Refusal? RefuseToTakeBack(PaperBatch batch, Consultation consultation, DateTime now) => RefuseAt(consultation, now) ?? batch switch
    {
        { Stage: not PaperBatchStage.Entering } => EnteredAlready,
        { FirstById: not null } => EnteredAlready,
        _ => null,
    };

    public static Refusal? RefuseTotals(int handedOut, int returned, int blank, int spoilt, int questions) =>
        handedOut > MostOf(questions) ? TooManyPapers with { Count = MostOf(questions) }
        : returned > handedOut ? MoreThanHandedOut
        : blank + spoilt > returned ? MoreThanReturned : null;

    /// <summary>The second time it is somebody else, or nobody would notice a slip.</summary>
    public static Refusal? RefuseToEnter(PaperBatch batch, Consultation consultation, Guid staffId, DateTime now) => RefuseAt(consultation, now) ?? batch switch
    {
        { Stage: not PaperBatchStage.Entering } => EnteredAlready,
        { Returned: null } => TotalsMissing,
        _ when batch.FirstById == staffId => SamePerson,
        _ => null,
    };

    /// <summary>
    /// What children wrote to open questions is typed once: a person reads each answer before it is shown. No count waits for it, so it may come
    /// after the count as well.
    /// </summary>
    public static Refusal? RefuseToTypeWords(PaperBatch batch, Consultation consultation, DateTime now) => consultation switch
    {
        { Stage: ConsultationStage.Draft or ConsultationStage.Announced } => NotOpenYet,
        _ when now >= DueAt(consultation) => TooLate,
        _ => batch.Returned is null ? TotalsMissing : null,
    };

    public static Refusal? RefuseToResolve(PaperBatch batch, Consultation consultation, DateTime now) =>
        RefuseAt(consultation, now) ?? (batch.Stage == PaperBatchStage.Compared ? null : NothingToCompare);

    public static Refusal? RefuseToBeginAnew(PaperBatch batch, Consultation consultation, DateTime now) => RefuseAt(consultation, now)
        ?? (batch is { Returned: not null, Stage: PaperBatchStage.Entering or PaperBatchStage.Compared or PaperBatchStage.Resolved } ? null : NothingToCompare);

    /// <summary>What is wrong with the answer that somebody typed; empty leaves a question out.</summary>
    public static Refusal? RefuseTyped(Question question, string? typed) => string.IsNullOrWhiteSpace(typed) ? null
        : BallotAnswer.TryReadTyped(question.Kind, typed) is { } answer ? ConsultationRules.RefuseBallot(question, answer) : NotReadable;

    /// <summary>What was typed as ballots are kept; it was not refused.</summary>
    public static string Written(Question question, string? typed) => BallotAnswer.TryReadTyped(question.Kind, typed ?? "")!.Write(question.Kind);

    /// <summary>Whether votes by card and on paper are told apart: neither may be few.</summary>
    public static bool TellsApart(Consultation consultation) =>
        consultation is { PaperCount: >= FewestApart, BallotCount: null or 0 or >= FewestApart };

    private static Refusal? RefuseAt(Consultation consultation, DateTime now) => consultation switch
    {
        { Stage: ConsultationStage.Draft or ConsultationStage.Announced } => NotOpenYet,
        { Stage: not (ConsultationStage.Open or ConsultationStage.Closed) } => TooLate,
        _ when now >= DueAt(consultation) => TooLate,
        _ => null,
    };
}
