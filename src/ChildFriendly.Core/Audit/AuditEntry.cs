using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Audit;

/// <summary>Who did what, when, where. Written by the save interceptor only, never changed.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public DateTime At { get; private init; }

    public Role? Role { get; private init; }

    public Guid? StaffId { get; private init; }

    public Guid? LocalityId { get; private init; }

    /// <summary>The name of the <see cref="Change"/> record.</summary>
    public string What { get; private init; } = "";

    public Guid SubjectId { get; private init; }

    /// <summary>The rest of the change as JSON: ids and stages.</summary>
    public string Details { get; private init; } = "";

    internal static AuditEntry Of(Change change, Guid subjectId, Guid? localityId, string details) => new()
    {
        At = change.At,
        Role = change.By.Role,
        StaffId = change.By.StaffId,
        LocalityId = localityId,
        What = change.GetType().Name,
        SubjectId = subjectId,
        Details = details,
    };
}

/// <summary>What follows from a change (mail, digests, publication) is done by a job reading these rows; a request never sends.</summary>
public sealed class OutboxMessage
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public DateTime At { get; private init; }

    public Guid? LocalityId { get; private init; }

    public string What { get; private init; } = "";

    public Guid SubjectId { get; private init; }

    public string Details { get; private init; } = "";

    public DateTime? HandledAt { get; private set; }

    internal static OutboxMessage Of(AuditEntry entry) => new()
    {
        At = entry.At,
        LocalityId = entry.LocalityId,
        What = entry.What,
        SubjectId = entry.SubjectId,
        Details = entry.Details,
    };
}
