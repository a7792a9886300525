using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation;

public enum ModerationStage
{
    Waiting,
    Claimed,
    Published,
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

    public ModerationStage Stage { get; private set; }

    public Guid? ClaimedById { get; private set; }

    public DateTime? ClaimedUntil { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public Guid? DecidedById { get; private set; }

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
        if (DecidedAt is not null)
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

    public void Decide(ModerationStage outcome, Guid staffId, Actor by, DateTime now)
    {
        if (ModerationRules.RefuseToDecide(this, staffId, now) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        if (outcome is not (ModerationStage.Published or ModerationStage.SentBack or ModerationStage.NotPublished))
        {
            throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null);
        }

        Stage = outcome;
        DecidedAt = now;
        DecidedById = staffId;
        ClaimedUntil = null;
        Record(new ModerationDecided(by, now, outcome));
    }

    /// <summary>The child took it back before a decision.</summary>
    public void Withdraw(DateTime now)
    {
        if (DecidedAt is not null)
        {
            throw new InvalidOperationException("Decided already.");
        }

        Stage = ModerationStage.Withdrawn;
        DecidedAt = now;
        Record(new ModerationWithdrawn(Actor.Child, now));
    }
}

public sealed record ModerationDecided(Actor By, DateTime At, ModerationStage Outcome) : Change(By, At);

public sealed record ModerationWithdrawn(Actor By, DateTime At) : Change(By, At);

public sealed record ContributionRead(Actor By, DateTime At) : Reading(By, At);
