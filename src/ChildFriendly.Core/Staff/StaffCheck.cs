using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Staff;

public enum StaffCheckKind
{
    /// <summary>The certificate of behavioural integrity (Law 118/2019 art. 18), valid six months from its date.</summary>
    IntegrityCertificate,

    /// <summary>Training in taking part with children and keeping them safe.</summary>
    Training,
}

/// <summary>That somebody has seen a paper of an adult who works with children: by whom, when, until when. Never the paper itself.</summary>
public sealed class StaffCheck : Entity, ILocal
{
    public Guid StaffId { get; private init; }

    public Guid LocalityId { get; private init; }

    public StaffCheckKind Kind { get; private init; }

    public Guid SeenById { get; private init; }

    public DateOnly SeenOn { get; private init; }

    /// <summary>The day that stands on the paper.</summary>
    public DateOnly IssuedOn { get; private init; }

    /// <summary>The last day on which it counts.</summary>
    public DateOnly ExpiresOn { get; private init; }

    /// <summary>The shortest notice given so far, in days; null before the first.</summary>
    public int? RemindedDays { get; private set; }

    internal override Guid? SubjectOf(Change change) => StaffId;

    /// <summary>It ends soon, and the person and the administrator are told.</summary>
    public void Remind(int days, DateTime now)
    {
        RemindedDays = days;
        Record(new StaffCheckEndsSoon(Actor.Program, now, Kind, days));
    }

    public static StaffCheck See(Guid staffId, Guid localityId, StaffCheckKind kind, DateOnly issuedOn, Guid seenById, Actor by, DateTime now, Guid? id = null)
    {
        var check = new StaffCheck
        {
            Id = id ?? Guid.CreateVersion7(),
            StaffId = staffId,
            LocalityId = localityId,
            Kind = kind,
            SeenById = seenById,
            SeenOn = RomanianTime.DateOf(now),
            IssuedOn = issuedOn,
            ExpiresOn = StaffCheckRules.ExpiryOf(kind, issuedOn),
        };
        check.Record(new StaffCheckRecorded(by, now, kind));
        return check;
    }
}

public sealed record StaffCheckRecorded(Actor By, DateTime At, StaffCheckKind Kind) : Change(By, At);

public sealed record StaffCheckEndsSoon(Actor By, DateTime At, StaffCheckKind Kind, int Days) : Change(By, At);
