using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation;

public enum ModerationStage
{
    Waiting,
    Claimed,

    /// <summary>Decided, and for a moment nothing has gone out: whoever decided may think again.</summary>
    Held,
    Published,
    PublishedWithRedaction,
    SentBack,
    NotPublished,
    Withdrawn,

    /// <summary>In no queue and no count: somebody else looks after it, and to everybody it looks like waiting.</summary>
    Concern,
}

public enum ModerationSubject
{
    Initiative,
    Finding,
    OpenAnswer,
    SupportReason,
    MeasureCheck,
    CouncilContribution,
    DebateProposal,
    NotedProposal,
}

/// <summary>The fixed list of reasons for not publishing; one free sentence goes with it.</summary>
public enum ModerationReason
{
    PersonalData,
    NamesAPerson,
    Insult,
    NotAboutTheTown,
    Copied,
    NotClear,
}

/// <summary>One thing that children said or did, waiting for a person to check it.</summary>
public sealed class ModerationCase : Entity, ILocal
{
    public static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(15);

    public Guid LocalityId { get; private init; }

    public ModerationSubject SubjectKind { get; private init; }

    /// <summary>The id of the initiative, finding or answer.</summary>
    public Guid ItemId { get; private init; }

    public DateTime WaitingSince { get; private init; }

    /// <summary>Who decided not to publish, where the child asked for another look: this time it is somebody else. Null at a first look.</summary>
    public Guid? NotById { get; private init; }

    public bool IsAppeal => NotById is not null;

    /// <summary>Who asked for a second opinion: somebody else decides then. Null where nobody did.</summary>
    public Guid? OpinionAskedById { get; private set; }

    /// <summary>What whoever asked wants to know; for moderators only.</summary>
    public string? OpinionNote { get; private set; }

    public ModerationStage Stage { get; private set; }

    public Guid? ClaimedById { get; private set; }

    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>What was decided, from the moment of pressing.</summary>
    public ModerationStage? Outcome { get; private set; }

    public string? ReasonKey { get; private set; }

    public string? Sentence { get; private set; }

    public WordsField? About { get; private set; }

    /// <summary>As <see cref="Cut.Write"/> has it.</summary>
    public string Cuts { get; private set; } = "";

    /// <summary>What the screening found when it was decided: the names of kinds, divided by commas.</summary>
    public string Found { get; private set; } = "";

    /// <summary>Until then the decision can be taken back; then it is carried out.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>When the decision took effect; null before.</summary>
    public DateTime? DecidedAt { get; private set; }

    public Guid? DecidedById { get; private set; }

    public Verdict? Verdict => Outcome is { } outcome ? new Verdict(outcome, ReasonKey, Sentence, About, Cut.Read(Cuts)) : null;

    internal override Enum? AuditedStage => Stage == ModerationStage.Concern ? ModerationStage.Waiting : Stage;

    /// <param name="id">Where the usual one would tell the minute.</param>
    public static ModerationCase Open(ModerationSubject kind, Guid itemId, Guid localityId, DateTime now, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(),
        SubjectKind = kind,
        ItemId = itemId,
        LocalityId = localityId,
        WaitingSince = now,
        Stage = ModerationStage.Waiting,
    };

    public static ModerationCase OpenAppeal(ModerationCase decided, DateTime now) => new()
    {
        SubjectKind = decided.SubjectKind,
        ItemId = decided.ItemId,
        LocalityId = decided.LocalityId,
        WaitingSince = now,
        Stage = ModerationStage.Waiting,
        NotById = decided.Stage == ModerationStage.NotPublished ? decided.DecidedById : throw new InvalidOperationException("Only against a decision not to publish."),
    };

    /// <summary>An adult has seen what a child wrote and nobody else may see yet.</summary>
    public void Read(Actor by, DateTime now) => Record(new ContributionRead(by, now));

    /// <summary>Takes the case for a while, or prolongs the own lease. An expired lease of somebody else is taken over.</summary>
    public void Claim(Guid staffId, DateTime now)
    {
        if (ModerationRules.RefuseToClaim(this, staffId, now) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        Stage = ModerationStage.Claimed;
        ClaimedById = staffId;
        ClaimedUntil = now + LeaseTime;
    }

    /// <summary>Leaves the queue, without a word in the audit: the safeguarding case has its own.</summary>
    public void SetAside()
    {
        if (Stage is not (ModerationStage.Waiting or ModerationStage.Claimed))
        {
            throw new InvalidOperationException("Decided already.");
        }

        (Stage, ClaimedById, ClaimedUntil) = (ModerationStage.Concern, null, null);
    }

    /// <summary>Nothing to be concerned about: it waits since when it came, as if it had never left.</summary>
    public void Return()
    {
        if (Stage == ModerationStage.Concern)
        {
            Stage = ModerationStage.Waiting;
        }
    }

    /// <summary>Gives it back before deciding; the lease of somebody else is left alone.</summary>
    public void Release(Guid staffId)
    {
        if (Stage == ModerationStage.Claimed && ClaimedById == staffId)
        {
            (Stage, ClaimedById, ClaimedUntil) = (ModerationStage.Waiting, null, null);
        }
    }

    /// <summary>Somebody else decides, and reads what this moderator is unsure about.</summary>
    public void AskForOpinion(string note, Guid staffId, Actor by, DateTime now)
    {
        RequireDecidable(staffId, now);
        (Stage, ClaimedById, ClaimedUntil) = (ModerationStage.Waiting, null, null);
        (OpinionAskedById, OpinionNote) = (staffId, note);
        Record(new ModerationOpinionAsked(by, now));
    }

    /// <summary>Decides; nothing goes out before <paramref name="until"/> (<see cref="CarryOut"/>).</summary>
    /// <param name="found">What the screening found in it.</param>
    public void Hold(Verdict verdict, string found, Guid staffId, DateTime now, DateTime until)
    {
        RequireDecidable(staffId, now);
        if (verdict.Outcome is not (ModerationStage.Published or ModerationStage.PublishedWithRedaction or ModerationStage.SentBack or ModerationStage.NotPublished))
        {
            throw new ArgumentOutOfRangeException(nameof(verdict), verdict.Outcome, message: null);
        }

        Stage = ModerationStage.Held;
        (Outcome, ReasonKey, Sentence, About, Cuts) = (verdict.Outcome, verdict.ReasonKey, verdict.Sentence, verdict.About, Cut.Write(verdict.Cuts));
        (Found, DecidedById, HeldUntil, ClaimedById, ClaimedUntil) = (found, staffId, until, null, null);
    }

    /// <summary>Whoever decided takes the decision back while nothing has gone out, and has the case again.</summary>
    public void TakeBack(Guid staffId, DateTime now)
    {
        if (ModerationRules.RefuseToTakeBack(this, staffId, now) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        (Stage, DecidedById, HeldUntil) = (ModerationStage.Claimed, null, null);
        (ClaimedById, ClaimedUntil) = (staffId, now + LeaseTime);
    }

    /// <summary>The decision takes effect.</summary>
    public void CarryOut(DateTime now)
    {
        if (Stage != ModerationStage.Held)
        {
            throw new InvalidOperationException("Nothing is held.");
        }

        (Stage, DecidedAt, HeldUntil) = (Outcome!.Value, now, null);
        Record(new ModerationDecided(Actor.Of(Role.Moderator, DecidedById!.Value), now, Stage));
    }

    /// <summary>In one step, where the caller has told the child.</summary>
    public void Decide(ModerationStage outcome, Guid staffId, DateTime now)
    {
        Hold(new Verdict(outcome, null, null, null, []), found: "", staffId, now, now);
        CarryOut(now);
    }

    /// <summary>What the child is told is forgotten with its words.</summary>
    public void Forget() => (Sentence, OpinionNote, Cuts) = (null, null, "");

    /// <summary>The child took it back before a decision had taken effect.</summary>
    /// <param name="by">Null for the child.</param>
    public void Withdraw(DateTime now, Actor? by = null)
    {
        if (DecidedAt is not null)
        {
            throw new InvalidOperationException("Decided already.");
        }

        (Stage, DecidedAt, HeldUntil) = (ModerationStage.Withdrawn, now, null);
        Record(new ModerationWithdrawn(by ?? Actor.Child, now));
    }

    private void RequireDecidable(Guid staffId, DateTime now)
    {
        if (ModerationRules.RefuseToDecide(this, staffId, now) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }
    }
}

public sealed record ModerationOpinionAsked(Actor By, DateTime At) : Change(By, At);

public sealed record ModerationDecided(Actor By, DateTime At, ModerationStage Outcome) : Change(By, At);

public sealed record ModerationWithdrawn(Actor By, DateTime At) : Change(By, At);

public sealed record ContributionRead(Actor By, DateTime At) : Reading(By, At);
