using System.Collections.Concurrent;
using System.Net;

namespace ChildFriendly.Web.Access;

public enum TellLoad
{
    Usual,

    /// <summary>Very many from one place within minutes: kept and shown, without a letter for each.</summary>
    Quiet,

    /// <summary>More than people can write: not kept, and the page says so.</summary>
    Full,
}

/// <summary>
/// How much comes in on the page for help, by coarse client and in all, in memory only. A class behind one address that tries it out must not hide
/// the one who means it: until it is more than people can write, everything is kept.
/// </summary>
public sealed class TellLimits(TimeProvider clock)
{
    public const int LoudPerPlace = 15;
    public const int MostPerPlace = 300;
    public const int MostSiteWide = 3000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private long window;

    public TellLoad CountOne(IPAddress? address)
    {
        var current = clock.GetUtcNow().UtcTicks / Window.Ticks;
        if (Interlocked.Exchange(ref window, current) != current)
        {
            counts.Clear();
        }

        var place = counts.AddOrUpdate(WrongCodes.Coarse(address), 1, (_, n) => n + 1);
        var all = counts.AddOrUpdate("", 1, (_, n) => n + 1);
        return place > MostPerPlace || all > MostSiteWide ? TellLoad.Full : place > LoudPerPlace ? TellLoad.Quiet : TellLoad.Usual;
    }
}
