using System.Text.Json;
using System.Text.Json.Serialization;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChildFriendly.Core.Audit;

/// <summary>
/// Turns every <see cref="Change"/> into an audit row and an outbox row in the same save, raises version tokens, and tells who
/// listens which localities have changed once the save has succeeded.
/// </summary>
public sealed class RecordChanges : SaveChangesInterceptor
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Called after a successful save with the localities where something has changed.</summary>
    public Func<IReadOnlyCollection<Guid>, ValueTask>? WhenLocalitiesChanged { get; set; }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        RefuseToRewrite(db);
        foreach (var entry in db.ChangeTracker.Entries<Entity>().ToList())
        {
            if (entry.State == EntityState.Modified)
            {
                entry.Entity.Version++;
            }

            var before = StageBefore(entry);
            foreach (var (change, after) in entry.Entity.Changes)
            {
                var details = JsonSerializer.Serialize(change, change.GetType(), Json);
                var audit = AuditEntry.Of(change, entry.Entity.SubjectOf(change), (entry.Entity as ILocal)?.LocalityId, details, before, after);
                before = after;
                db.Add(audit);
                if (change is not Reading)
                {
                    db.Add(OutboxMessage.Of(audit));
                }
            }
        }

        return new(result);
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        // By the new outbox rows: what was deleted is not tracked any more.
        var localities = eventData.Context!.ChangeTracker.Entries<OutboxMessage>().Where(e => e.Entity.HandledAt is null).Select(e => e.Entity.LocalityId).OfType<Guid>().ToHashSet();
        foreach (var entry in eventData.Context.ChangeTracker.Entries<Entity>())
        {
            entry.Entity.ForgetChanges();
        }

        if (localities.Count > 0 && WhenLocalitiesChanged is { } listener)
        {
            await listener(localities);
        }

        return result;
    }

    /// <summary>A save that failed may be tried again: the rows are written anew then.</summary>
    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries().ToList())
        {
            if (entry.State == EntityState.Added && entry.Entity is AuditEntry or OutboxMessage)
            {
                entry.State = EntityState.Detached;
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>As the database has it; null for what is new.</summary>
    private static Enum? StageBefore(EntityEntry<Entity> entry) =>
        entry.State == EntityState.Added || entry.Entity.Changes.Count == 0 || entry.Entity.AuditedStage is null ? null
        : ((Entity)entry.OriginalValues.ToObject()).AuditedStage;

    private static void RefuseToRewrite(DbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<AuditEntry>())
        {
            if (entry.State == EntityState.Deleted
                || (entry.State == EntityState.Modified && entry.Properties.Any(p => p.IsModified && p.Metadata.Name is not (nameof(AuditEntry.Number) or nameof(AuditEntry.Hash)))))
            {
                throw new InvalidOperationException("What was audited stays as it is.");
            }
        }
    }
}
