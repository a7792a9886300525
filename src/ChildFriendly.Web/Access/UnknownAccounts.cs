using System.Collections.Concurrent;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;

namespace ChildFriendly.Web.Access;

/// <summary>
/// Tries at addresses that have no account, in memory only: counted and locked like those of an account, so that nobody learns from the
/// answer who works here.
/// </summary>
public sealed class UnknownAccounts(TimeProvider clock)
{
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<string, (int Tries, DateTime? LockedUntil)> tries = new(StringComparer.Ordinal);

    /// <summary>Counts a try.</summary>
    /// <returns>When the door opens again, if it was shut already.</returns>
    public DateTime? TrySignIn(string email)
    {
        var now = clock.Instant();
        if (tries.Count >= MostKept)
        {
            tries.Clear();
        }

        DateTime? shutUntil = null;
        tries.AddOrUpdate(StaffAccount.Normalize(email), _ => Next(0), (_, t) =>
        {
            shutUntil = t.LockedUntil > now ? t.LockedUntil : null;
            return shutUntil is null ? Next(t.Tries) : t;
        });
        return shutUntil;

        (int, DateTime?) Next(int before) => (before + 1, StaffRules.LockAfter(before + 1) is { } time ? now + time : null);
    }
}
