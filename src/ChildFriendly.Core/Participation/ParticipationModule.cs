using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Participation;

public static class ParticipationModule
{
    private const int DaysAfterCard = 30;
    private const int FirstUseDays = 30;
    private const int ConsentMonths = 12;

    public static IReadOnlyList<JobSchedule> Jobs { get; } = [new(typeof(ProlongCards), TimeSpan.FromHours(6))];

    public static IReadOnlyList<RetentionRule> Retention { get; } =
    [
        new(
            "participants",
            (db, now, localityId) => Over(db, now).CountAsync(p => localityId == null || p.LocalityId == localityId),
            async (db, now) =>
            {
                foreach (var id in await Over(db, now).Select(p => p.Id).ToListAsync())
                {
                    await db.EndAsync(id, keepsIdeas: true, Actor.Program, now);
                    db.ChangeTracker.Clear();
                }
            }),
        new(
            "first-uses",
            (db, now, localityId) => OldFirstUses(db, now).CountAsync(u => localityId == null || db.CardBatches.Any(b => b.Id == u.BatchId && b.LocalityId == localityId)),
#pragma warning disable RS0030 // Retention removes what nobody changes any more; there is no verb on it.
            (db, now) => OldFirstUses(db, now).ExecuteDeleteAsync()),
        new(
            "consents",
            (db, now, localityId) => OldConsents(db, now).CountAsync(c => localityId == null || c.LocalityId == localityId),
            (db, now) => OldConsents(db, now).ExecuteDeleteAsync()),
#pragma warning restore RS0030
    ];

    /// <summary>Children whose card expired or was voided a while ago.</summary>
    private static IQueryable<Participant> Over(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddDays(-DaysAfterCard);
        var day = RomanianTime.DateOf(before);
        return db.Participants.Where(p => db.Cards.Any(c => c.Id == p.CardId && (c.ValidUntil < day || c.VoidedAt < before)));
    }

    /// <summary>So long after they ended that nobody will ask any more whether they held.</summary>
    private static IQueryable<ParentConsent> OldConsents(ChildFriendlyDb db, DateTime now)
    {
        var before = RomanianTime.DateOf(now).AddMonths(-ConsentMonths);
        return db.ParentConsents.Where(c => c.ExpiresOn < before || c.WithdrawnOn < before);
    }

    private static IQueryable<FirstUse> OldFirstUses(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddDays(-FirstUseDays);
        return db.FirstUses.Where(u => u.Hour < before);
    }
}
