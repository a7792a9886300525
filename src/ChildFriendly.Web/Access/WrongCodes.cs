using System.Collections.Concurrent;
using System.Net;

namespace ChildFriendly.Web.Access;

/// <summary>
/// Counts wrong card codes per coarse client and site-wide, in memory only. Whoever has too many is told to wait, for wrong codes
/// only: a correct code is never counted and never delayed, so thirty pupils behind one school address feel nothing.
/// </summary>
public sealed class WrongCodes(TimeProvider clock)
{
    public const int MostPerClient = 20;
    public const int MostSiteWide = 3000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private long window;

    /// <returns>Whether this wrong code was one too many.</returns>
    public bool CountOne(IPAddress? address)
    {
        var current = clock.GetUtcNow().UtcTicks / Window.Ticks;
        if (Interlocked.Exchange(ref window, current) != current)
        {
            counts.Clear();
        }

        var client = counts.AddOrUpdate(Coarse(address), 1, (_, n) => n + 1);
        var site = counts.AddOrUpdate("", 1, (_, n) => n + 1);
        return client > MostPerClient || site > MostSiteWide;
    }

    /// <summary>The first 24 bits of an IPv4 address, 48 of an IPv6 one: not a person, hardly a street.</summary>
    internal static string Coarse(IPAddress? address)
    {
        var bytes = (address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address)?.GetAddressBytes() ?? [0];
        return Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, bytes.Length == 4 ? 3 : 6)));
    }
}
