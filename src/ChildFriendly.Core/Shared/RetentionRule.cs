using ChildFriendly.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Shared;

/// <summary>How long something is kept, as the table of the retention page and as what is done when the time is over.</summary>
/// <param name="Key">Its texts are <c>staff.retention.{Key}</c> and <c>staff.retention.{Key}.kept</c>.</param>
/// <param name="CountAsync">How many are due at a moment, in one locality or in all.</param>
/// <param name="IsNationwide">What it is about belongs to no locality and is counted for the whole portal only.</param>
/// <param name="IsUncounted">How many are due is nobody's to know.</param>
/// <param name="ApplyAsync">Does it; may run twice, and works in small parts.</param>
public sealed record RetentionRule(
    string Key, Func<ChildFriendlyDb, DateTime, Guid?, Task<int>> CountAsync, Func<ChildFriendlyDb, DateTime, Task> ApplyAsync, bool IsNationwide = false,
    bool IsUncounted = false)
{
    private const int PerSave = 100;

    /// <summary>Each by its own verb, audited, a hundred in one save.</summary>
    /// <param name="apply">Makes it due no more.</param>
    public static RetentionRule OneByOne<T>(string key, Func<ChildFriendlyDb, DateTime, IQueryable<T>> due, Action<ChildFriendlyDb, T, DateTime> apply)
        where T : Entity, ILocal => new(
        key,
        (db, now, localityId) => due(db, now).CountAsync(e => localityId == null || e.LocalityId == localityId),
        async (db, now) =>
        {
            while (await due(db, now).OrderBy(e => e.Id).Take(PerSave).ToListAsync() is { Count: > 0 } some)
            {
                some.ForEach(e => apply(db, e, now));
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        });
}
