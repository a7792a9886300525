using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Audit;

/// <summary>
/// Who did what, when, where. Written by the save interceptor only. A moment later <see cref="LinkAudit"/> gives it its place in the chain
/// of its locality, once; nothing else of it is ever changed.
/// </summary>
public sealed class AuditEntry
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public DateTime At { get; private init; }

    public Role? Role { get; private init; }

    public Guid? StaffId { get; private init; }

    public Guid? LocalityId { get; private init; }

    /// <summary>The name of the <see cref="Change"/> record.</summary>
    public string What { get; private init; } = "";

    /// <summary>Null for what a child did with their own card or account: the audit says "a child", never which.</summary>
    public Guid? SubjectId { get; private init; }

    /// <summary>The stage of the subject, as <c>ConsultationStage.Open</c>; null when it is new or has no stages.</summary>
    public string? StageBefore { get; private init; }

    /// <summary>The stage that the change led to; the same one where it led to no other.</summary>
    public string? StageAfter { get; private init; }

    /// <summary>The rest of the change as JSON: ids and stages.</summary>
    public string Details { get; private init; } = "";

    /// <summary>The locality, or <see cref="AuditChain.OfNoLocality"/>, or <see cref="AuditChain.OfSafeguarding"/>: each has a chain of its own.</summary>
    public Guid Chain { get; private init; }

    /// <summary>The place in the chain, from 1; null until the entry is linked.</summary>
    public long? Number { get; private set; }

    /// <summary>SHA-256 over the hash before it and this entry, in hexadecimal.</summary>
    public string? Hash { get; private set; }

    /// <param name="number">One more than the entry before.</param>
    /// <param name="before">The hash of the entry before; empty for the first.</param>
    internal void Link(long number, string before)
    {
        if (Number is not null)
        {
            throw new InvalidOperationException("The entry has its place already.");
        }

        Number = number;
        Hash = AuditChain.HashOf(this, before);
    }

    internal static AuditEntry Of(Change change, Guid? subjectId, Guid? localityId, string details, Enum? before, Enum? after) => new()
    {
        At = change.At,
        Role = change.By.Role,
        StaffId = change.By.StaffId,
        LocalityId = localityId,
        Chain = change is IApart ? AuditChain.OfSafeguarding : localityId ?? AuditChain.OfNoLocality,
        What = change.GetType().Name,
        SubjectId = subjectId,
        StageBefore = NameOf(before),
        StageAfter = NameOf(after),
        Details = details,
    };

    private static string? NameOf(Enum? stage) => stage is null ? null : $"{stage.GetType().Name}.{stage}";
}

/// <summary>What follows from a change (mail, digests, publication) is done by a job reading these rows; a request never sends.</summary>
public sealed class OutboxMessage
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public DateTime At { get; private init; }

    public Guid? LocalityId { get; private init; }

    public string What { get; private init; } = "";

    public Guid? SubjectId { get; private init; }

    public string Details { get; private init; } = "";

    public DateTime? HandledAt { get; private set; }

    /// <summary>Whoever is to be told by mail has a letter written to them, in the same save.</summary>
    internal void Handle(DateTime now) => HandledAt = now;

    internal static OutboxMessage Of(AuditEntry entry) => new()
    {
        At = entry.At,
        LocalityId = entry.LocalityId,
        What = entry.What,
        SubjectId = entry.SubjectId,
        Details = entry.Details,
    };
}
