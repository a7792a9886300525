using ChildFriendly.Core.Data;

namespace ChildFriendly.Core.Participation;

public static class CardQueries
{
    /// <summary>Batches with cards that should open but cannot, because the pepper that they were made with is not there any more.</summary>
    public static IQueryable<CardBatch> BatchesOfLostPepper(this ChildFriendlyDb db, CardPepper pepper, DateOnly today)
    {
        var present = pepper.Fingerprint;
        return db.CardBatches.Where(b => b.PepperFingerprint != present
            && db.Cards.Any(c => c.BatchId == b.Id && c.VoidedAt == null && c.EndedAt == null && c.ValidUntil >= today));
    }
}
