using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Audit;

public static class AuditModule
{
    public static IReadOnlyList<JobSchedule> Jobs { get; } =
    [
        new(typeof(LinkAudit), TimeSpan.FromSeconds(10)),
        new(typeof(VerifyAudit), TimeSpan.FromHours(1)),
    ];

    private const int AuditYears = 3;

    /// <summary>As long as a case is kept (five years after it was closed), and the years that it may have been open.</summary>
    private const int SafeguardingYears = 8;

    private const int OutboxDays = 90;

    public static IReadOnlyList<RetentionRule> Retention { get; } =
    [
#pragma warning disable RS0030 // The audit goes by whole years that are signed; there is no verb on it.
        new("audit", (db, now, localityId) => OldAudit(db, now).CountAsync(a => a.Chain != AuditChain.OfSafeguarding && (localityId == null || a.LocalityId == localityId)), (db, now) => OldAudit(db, now).ExecuteDeleteAsync()),
        new("outbox", (db, now, localityId) => OldOutbox(db, now).CountAsync(o => localityId == null || o.LocalityId == localityId), (db, now) => OldOutbox(db, now).ExecuteDeleteAsync()),
#pragma warning restore RS0030
    ];

    /// <summary>Whole years that ended three years ago, up to their signed end.</summary>
    private static IQueryable<AuditEntry> OldAudit(ChildFriendlyDb db, DateTime now)
    {
        var (year, apart) = (now.Year - AuditYears, now.Year - SafeguardingYears);
        return db.Audit.Where(a => db.AuditCheckpoints.Any(c => c.Chain == a.Chain && c.Year < (a.Chain == AuditChain.OfSafeguarding ? apart : year) && a.Number <= c.LastNumber));
    }

    private static IQueryable<OutboxMessage> OldOutbox(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddDays(-OutboxDays);
        return db.Outbox.Where(o => o.At < before);
    }
}
