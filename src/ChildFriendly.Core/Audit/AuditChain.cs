using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using ChildFriendly.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Audit;

/// <summary>Each entry holds the hash of the one before: whoever changes, removes or slips in one breaks every link after it.</summary>
public static class AuditChain
{
    /// <summary>The chain of what happened in no locality: accounts, national roles.</summary>
    public static readonly Guid OfNoLocality = Guid.Empty;

    /// <summary>The chain of what happened to concerns for children. Only those responsible see it, case by case.</summary>
    public static readonly Guid OfSafeguarding = new("5afe0000-0000-0000-0000-000000000000");

    private const int Batch = 2000;

    /// <summary>In the order and form in which it is hashed; times to the microsecond, which is what every database keeps.</summary>
    public static string HashOf(AuditEntry entry, string before) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', (string?[])
    [
        before,
        entry.Chain.ToString("N"),
        entry.Number?.ToString(CultureInfo.InvariantCulture),
        entry.Id.ToString("N"),
        (entry.At.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
        entry.Role?.ToString(),
        entry.StaffId?.ToString("N"),
        entry.LocalityId?.ToString("N"),
        entry.What,
        entry.SubjectId?.ToString("N"),
        entry.Details,
        // Entries without stages are hashed as they were before stages were written down.
        .. entry.StageBefore is null && entry.StageAfter is null ? (string?[])[] : [entry.StageBefore, entry.StageAfter],
    ]))));

    /// <summary>Goes through all chains, or through one: entry by entry and checkpoint by checkpoint, up to the first broken link of each.</summary>
    public static async IAsyncEnumerable<AuditCheck> CheckAsync(ChildFriendlyDb db, AuditKey key, DateTime now, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var chains = await db.Audit.AsNoTracking().Select(a => a.Chain).Union(db.AuditCheckpoints.Select(c => c.Chain)).ToListAsync(cancellationToken);
        foreach (var chain in chains.Order())
        {
            yield return await CheckAsync(db, key, chain, now, cancellationToken);
        }
    }

    private static async Task<AuditCheck> CheckAsync(ChildFriendlyDb db, AuditKey key, Guid chain, DateTime now, CancellationToken cancellationToken)
    {
        var checkpoints = await db.AuditCheckpoints.AsNoTracking().Where(c => c.Chain == chain).OrderBy(c => c.Year).ToListAsync(cancellationToken);
        var first = await db.Audit.Where(a => a.Chain == chain && a.Number != null).MinAsync(a => a.Number, cancellationToken);
        // Years that have gone end at a checkpoint: the chain goes on from its hash.
        var start = checkpoints.LastOrDefault(c => first is null || c.LastNumber < first);
        var (number, hash) = (start?.LastNumber ?? 0, start?.Hash ?? "");
        var from = number;
        if (checkpoints.Find(c => !key.Signed(c)) is { } forged)
        {
            return AuditCheck.Broken(chain, forged.LastNumber, now);
        }

        // What an earlier check has noted: an end that was rewritten or cut off since then.
        var noted = await db.AuditChecks.AsNoTracking().SingleOrDefaultAsync(c => c.Chain == chain && c.BrokenAt == null, cancellationToken);
        while (true)
        {
            var entries = await db.Audit.AsNoTracking().Where(a => a.Chain == chain && a.Number > number)
                .OrderBy(a => a.Number).Take(Batch).ToListAsync(cancellationToken);
            foreach (var entry in entries)
            {
                hash = HashOf(entry, hash);
                if (entry.Number != ++number || entry.Hash != hash || checkpoints.Exists(c => c.LastNumber == number && c.Hash != hash)
                    || (noted?.LastNumber == number && noted.Hash != hash))
                {
                    return AuditCheck.Broken(chain, number, now);
                }
            }

            if (entries.Count < Batch)
            {
                break;
            }
        }

        // What was cut off at the end.
        return checkpoints.Exists(c => c.LastNumber > number) || noted?.LastNumber > number ? AuditCheck.Broken(chain, number + 1, now) : AuditCheck.Whole(chain, number - from, number, hash, now);
    }
}

/// <summary>How a chain was found, the last time somebody or the nightly job went through it.</summary>
public sealed class AuditCheck
{
    public Guid Chain { get; private init; }

    public DateTime At { get; private set; }

    /// <summary>The first entry that does not fit to the one before; null when the chain is whole.</summary>
    public long? BrokenAt { get; private set; }

    /// <summary>How many entries were gone through.</summary>
    public long Entries { get; private set; }

    /// <summary>The number of the last entry. Noted elsewhere with its hash, it shows later that the end was not rewritten.</summary>
    public long LastNumber { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>What was found this time, in the place of what was found before.</summary>
    internal void Replace(AuditCheck found) =>
        (At, BrokenAt, Entries, LastNumber, Hash) = (found.At, found.BrokenAt, found.Entries, found.LastNumber, found.Hash);

    internal static AuditCheck Whole(Guid chain, long entries, long lastNumber, string hash, DateTime now) =>
        new() { Chain = chain, At = now, Entries = entries, LastNumber = lastNumber, Hash = hash };

    internal static AuditCheck Broken(Guid chain, long number, DateTime now) => new() { Chain = chain, At = now, BrokenAt = number };
}
