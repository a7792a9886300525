using System.Collections.Concurrent;

namespace ChildFriendly.Core.Shared;

/// <summary>
/// What a whole school asks for at the same time and nobody changes meanwhile, read once for all of them. Shared by requests: to be
/// read, not changed.
/// </summary>
public sealed class RecentlyRead<TKey, T>
    where TKey : notnull
    where T : class
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<TKey, (T Read, DateTime At)> known = [];

    /// <param name="now">UTC.</param>
    /// <param name="lasts">Whether it may be given to others too; asked again each time.</param>
    public async Task<T?> FindAsync(TKey key, DateTime now, Func<Task<T?>> read, Func<T, bool> lasts)
    {
        if (known.TryGetValue(key, out var earlier) && now >= earlier.At && now < earlier.At + Fresh && lasts(earlier.Read))
        {
            return earlier.Read;
        }

        var anew = await read();
        if (anew is not null && lasts(anew))
        {
            known[key] = (anew, now);
        }
        else
        {
            known.TryRemove(key, out _);
        }

        return anew;
    }
}
