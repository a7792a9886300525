using System.Collections.Concurrent;

namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>
/// The portal's word lists, and for a locality that has lists of its own those as well. Lists are read when a text is first screened, not at
/// start, and kept; a changed list counts from the next start.
/// </summary>
/// <param name="folder">The portal's own lists.</param>
/// <param name="ownFolder">A folder of the same form for each locality that extends them, named as in addresses; it need not exist.</param>
public sealed class Screeners(string folder, string ownFolder)
{
    private readonly Lazy<Screener> common = new(() => Screener.Load(folder));
    private readonly ConcurrentDictionary<string, Lazy<Screener>> own = new(StringComparer.Ordinal);

    /// <param name="locality">Its name in addresses.</param>
    /// <exception cref="InvalidDataException">A list cannot be read; says which line.</exception>
    public Screener Of(string locality)
    {
        var lists = Path.Combine(ownFolder, locality);
        return (Directory.Exists(lists) ? own.GetOrAdd(locality, _ => new Lazy<Screener>(() => Screener.Load(folder, lists))) : common).Value;
    }
}
