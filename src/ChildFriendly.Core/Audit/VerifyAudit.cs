using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ChildFriendly.Core.Audit;

/// <summary>Goes through all chains once a night and notes how each was found, for the auditor's page.</summary>
public sealed partial class VerifyAudit(ChildFriendlyDb db, LinkAudit links, AuditKey key, TimeProvider clock, ILogger<VerifyAudit> log) : IRecurringJob
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(20);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Instant();
        // Once a night, whichever instance wakes first.
        if (await db.AuditChecks.AnyAsync(c => c.At > now - Interval, cancellationToken))
        {
            return;
        }

        // What was written a moment ago has its place by now.
        await links.RunAsync(cancellationToken);
        await foreach (var check in AuditChain.CheckAsync(db, key, now, cancellationToken))
        {
            if (check.BrokenAt is { } number)
            {
                LogBroken(check.Chain, number);
            }

            if (await db.AuditChecks.SingleOrDefaultAsync(c => c.Chain == check.Chain, cancellationToken) is { } before)
            {
                before.Replace(check);
            }
            else
            {
                db.Add(check);
            }

            await db.TrySaveAsync();
            db.ChangeTracker.Clear();
        }
    }

    [LoggerMessage(LogLevel.Critical, "The audit chain {Chain} is broken at entry {Number}")]
    private partial void LogBroken(Guid chain, long number);
}
