using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Participation;

/// <summary>
/// A card lives while something its child has written, supported or voted on is under way, month by month, and at most
/// <see cref="CardRules.LongestMonths"/> months from the day it was made.
/// </summary>
public sealed class ProlongCards(ChildFriendlyDb db, TimeProvider clock) : IRecurringJob
{
    /// <summary>Cards whose last day is so near are looked at.</summary>
    private const int DaysBefore = 3;

    private static readonly InitiativeStage[] UnderWay =
    [
        InitiativeStage.Submitted, InitiativeStage.SentBack, InitiativeStage.Published, InitiativeStage.UnderReview, InitiativeStage.Accepted, InitiativeStage.PartlyAccepted,
        InitiativeStage.OnBallot, InitiativeStage.Selected, InitiativeStage.InPlan, InitiativeStage.InProgress,
    ];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Instant();
        var today = RomanianTime.DateOf(now);
        var soon = today.AddDays(DaysBefore);
        var ending = await db.Cards.Where(c => c.ValidUntil >= today && c.ValidUntil <= soon && c.VoidedAt == null && c.EndedAt == null
                && db.Participants.Any(p => p.CardId == c.Id && (db.Initiatives.Any(i => i.AuthorId == p.Id && UnderWay.Contains(i.Stage))
                    || db.Supports.Any(s => s.ParticipantId == p.Id && db.Initiatives.Any(i => i.Id == s.InitiativeId && UnderWay.Contains(i.Stage)))
                    || db.VoterMarks.Any(m => m.ParticipantId == p.Id && db.Consultations.Any(v => v.Id == m.ConsultationId && v.Stage != ConsultationStage.Decided && v.Stage != ConsultationStage.FollowedUp)))))
            .ToListAsync(cancellationToken);
        var batchIds = ending.Select(c => c.BatchId).Distinct().ToList();
        var madeOn = await db.CardBatches.AsNoTracking().Where(b => batchIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.MadeOn, cancellationToken);
        foreach (var card in ending)
        {
            if (CardRules.ProlongedUntil(card.ValidUntil, madeOn[card.BatchId]) is { } until)
            {
                card.Prolong(until, now);
            }
        }

        await db.TrySaveAsync();
    }
}
