using System.Collections.Concurrent;
using ChildFriendly.Core.Staff;

namespace ChildFriendly.Web.Access;

/// <summary>
/// Wrong tries at addresses that have no account, in memory only: after as many as lock an account they are answered like a locked one, so
/// that nobody learns from the answer who works here.
/// </summary>
public sealed class UnknownAccounts(TimeProvider clock)
{
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<string, (int Tries, DateTimeOffset Last)> tries = new(StringComparer.Ordinal);

    /// <returns>When the door would open again; null while it is not shut.</returns>
    public DateTimeOffset? FailOne(string email)
    {
        var now = clock.GetUtcNow();
        if (tries.Count >= MostKept)
        {
            tries.Clear();
        }

        var (count, _) = tries.AddOrUpdate(
            StaffAccount.Normalize(email), (1, now), (_, t) => t.Last + StaffRules.FirstLock < now ? (1, now) : (t.Tries + 1, now));
        return count > StaffRules.TriesBeforeLock ? now + StaffRules.FirstLock : null;
    }
}
