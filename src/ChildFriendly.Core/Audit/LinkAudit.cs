using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Audit;

/// <summary>
/// Gives new audit rows their place in the chain of their locality, in order, a moment after they were written: whoever writes does not
/// wait for it. Two instances at once: one of them saves, the other finds the rows linked and begins again.
/// </summary>
public sealed class LinkAudit(ChildFriendlyDb db, AuditKey key, TimeProvider clock) : IRecurringJob
{
    private const int Batch = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await LinkSomeAsync(cancellationToken))
        {
            db.ChangeTracker.Clear();
        }

        await SealYearsAsync(cancellationToken);
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> LinkSomeAsync(CancellationToken cancellationToken)
    {
        var entries = await db.Audit.Where(a => a.Number == null).OrderBy(a => a.Id).Take(Batch).ToListAsync(cancellationToken);
        foreach (var chain in entries.GroupBy(a => a.Chain))
        {
            var (number, hash) = await EndOfAsync(chain.Key, cancellationToken);
            foreach (var entry in chain)
            {
                entry.Link(++number, hash);
                hash = entry.Hash!;
            }
        }

        return await db.TrySaveAsync() && entries.Count == Batch;
    }

    private async Task<(long Number, string Hash)> EndOfAsync(Guid chain, CancellationToken cancellationToken)
    {
        var last = await db.Audit.AsNoTracking().Where(a => a.Chain == chain && a.Number != null)
            .OrderByDescending(a => a.Number).Select(a => new { a.Number, a.Hash }).FirstOrDefaultAsync(cancellationToken);
        if (last is not null)
        {
            return (last.Number!.Value, last.Hash!);
        }

        var checkpoint = await db.AuditCheckpoints.AsNoTracking().Where(c => c.Chain == chain).OrderByDescending(c => c.Year).FirstOrDefaultAsync(cancellationToken);
        return (checkpoint?.LastNumber ?? 0, checkpoint?.Hash ?? "");
    }

    /// <summary>Signs where each year that is over ended. The years of a chain follow each other, so nothing is asked twice.</summary>
    private async Task SealYearsAsync(CancellationToken cancellationToken)
    {
        var thisYear = new DateTime(clock.Instant().Year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var open = await db.Audit.AsNoTracking().Where(a => a.Number != null && a.At < thisYear && !db.AuditCheckpoints.Any(c => c.Chain == a.Chain && c.Year >= a.At.Year))
            .GroupBy(a => new { a.Chain, a.At.Year }).Select(g => g.Key).ToListAsync(cancellationToken);
        foreach (var end in open.OrderBy(o => o.Year))
        {
            // An entry of the next year may have been linked before a late one of this year: the year ends before it.
            var next = new DateTime(end.Year + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc);
            var ofChain = db.Audit.AsNoTracking().Where(a => a.Chain == end.Chain && a.Number != null);
            var firstOfNext = await ofChain.Where(a => a.At >= next).MinAsync(a => a.Number, cancellationToken);
            var last = await ofChain.Where(a => firstOfNext == null || a.Number < firstOfNext).OrderByDescending(a => a.Number).FirstOrDefaultAsync(cancellationToken);
            if (last is not null)
            {
                db.Add(AuditCheckpoint.Sign(end.Chain, end.Year, last.Number!.Value, last.Hash!, key));
            }
        }

        // Another instance may have signed the same.
        await db.TrySaveAsync();
        db.ChangeTracker.Clear();
    }
}
