using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation;

/// <summary>What a reader says is wrong with something that is published: a fixed list, because free words would have to be checked themselves.</summary>
public enum ReportReason
{
    Danger,
    SomebodysData,
    Insult,
    NotTrue,
    SomethingElse,
}

public enum ReportStage
{
    Waiting,
    Stays,
    TakenDown,
}

/// <summary>Published, and readers can point at it.</summary>
public interface IReportable
{
    /// <summary>Hidden until a person has looked.</summary>
    bool IsSuspended { get; }

    void Suspend(DateTime now);

    /// <summary>A person has looked: it stays.</summary>
    void Resume(Actor by, DateTime now);

    void TakeDown(string sentence, Actor by, DateTime now);
}

/// <summary>
/// Readers say that something published is wrong. A person decides. Nothing tells who said so: the same reason said again is counted, not kept.
/// </summary>
public sealed class Report : Entity, ILocal
{
    public Guid LocalityId { get; private init; }

    public ModerationSubject SubjectKind { get; private init; }

    public Guid ItemId { get; private init; }

    public ReportReason Reason { get; private init; }

    /// <summary>When it was first said.</summary>
    public DateTime At { get; private init; }

    /// <summary>How often it was said while it waited.</summary>
    public int Times { get; private set; }

    public ReportStage Stage { get; private set; }

    public Guid? DecidedById { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    internal override Enum? AuditedStage => Stage;

    public static Report Of(ModerationSubject kind, Guid itemId, Guid localityId, ReportReason reason, DateTime now)
    {
        var report = new Report { SubjectKind = kind, ItemId = itemId, LocalityId = localityId, Reason = reason, At = now, Times = 1 };
        report.Record(new ItemReported(Actor.Program, now, reason));
        return report;
    }

    public void SayAgain() => Times++;

    public void Decide(bool stays, Guid staffId, Actor by, DateTime now)
    {
        if (Stage != ReportStage.Waiting)
        {
            throw new InvalidOperationException("Decided already.");
        }

        (Stage, DecidedById, DecidedAt) = (stays ? ReportStage.Stays : ReportStage.TakenDown, staffId, now);
        Record(new ReportDecided(by, now, stays));
    }
}

public sealed record ItemReported(Actor By, DateTime At, ReportReason Reason) : Change(By, At);

public sealed record ReportDecided(Actor By, DateTime At, bool Stays) : Change(By, At);
