using System.Collections.Concurrent;

namespace ChildFriendly.Web.Access;

/// <summary>
/// How much one card can hide in a day by saying that it is dangerous, in memory only: nothing else keeps who reported what. Beyond that its reports
/// count like those of anybody without a card, so that a lost card does not empty a town's pages.
/// </summary>
public sealed class HidingLimits(TimeProvider clock)
{
    public const int MostPerCard = 5;

    private readonly ConcurrentDictionary<Guid, int> counts = new();
    private long day;

    public bool IsBelieved(Guid childId)
    {
        var today = clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerDay;
        if (Interlocked.Exchange(ref day, today) != today)
        {
            counts.Clear();
        }

        return counts.AddOrUpdate(childId, 1, (_, n) => n + 1) <= MostPerCard;
    }
}
