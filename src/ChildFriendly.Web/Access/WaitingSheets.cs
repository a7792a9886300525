using System.Collections.Concurrent;
using ChildFriendly.Core.ActionPlans.Tables;

namespace ChildFriendly.Web.Access;

/// <summary>What a spreadsheet wants to change, shown and not yet confirmed.</summary>
/// <param name="Id">Stands in the form that confirms it, so that two windows do not confirm each other's.</param>
public sealed record WaitingSheet(Guid Id, IReadOnlyList<WantedMeasure> Wanted, DateTimeOffset At);

/// <summary>
/// Keeps in memory, for an hour, what a file wanted until the same account confirms it: too long for a form, and nothing that comes back from a browser
/// is believed. One for each account and locality. Another instance does not have it: the file is chosen again there.
/// </summary>
public sealed class WaitingSheets(TimeProvider clock)
{
    private const int MostAtOnce = 50;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(Guid Staff, Guid Locality), WaitingSheet> sheets = new();

    public WaitingSheet Keep(Guid staffId, Guid localityId, IReadOnlyList<WantedMeasure> wanted)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, sheet) in sheets.OrderBy(s => s.Value.At))
        {
            if (sheet.At + Kept < now || sheets.Count >= MostAtOnce)
            {
                sheets.TryRemove(old, out _);
            }
        }

        return sheets[(staffId, localityId)] = new WaitingSheet(Guid.CreateVersion7(), wanted, now);
    }

    /// <summary>Null where it waits no longer.</summary>
    public WaitingSheet? Find(Guid staffId, Guid localityId, Guid id) =>
        sheets.TryGetValue((staffId, localityId), out var sheet) && sheet.Id == id && sheet.At + Kept >= clock.GetUtcNow() ? sheet : null;
}
