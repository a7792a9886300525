using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Card.Desk;

public sealed class ListModel(CardPepper pepper) : SitePage
{
    public IReadOnlyList<BatchLine> Batches { get; private set; } = [];

    /// <summary>Numbers of batches that open nothing since the pepper was lost.</summary>
    public IReadOnlyList<int> Lost { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Lost = await Db.BatchesOfLostPepper(pepper, Today).InLocality(Here.Id).Select(b => b.Number).ToListAsync();
        Batches = await Db.CardBatches.AsNoTracking().InLocality(Here.Id).OrderByDescending(b => b.Number)
            .Select(b => new BatchLine(
                b.Number,
                b.IssuedTo,
                b.AgeBand,
                b.ValidUntil,
                b.Count,
                Db.Cards.Count(c => c.BatchId == b.Id && (c.EndedAt != null || Db.Participants.Any(p => p.CardId == c.Id))),
                Db.Cards.Count(c => c.BatchId == b.Id && c.VoidedAt != null))).ToListAsync();
    }
}

public sealed record BatchLine(int Number, string IssuedTo, AgeBand? Band, DateOnly ValidUntil, int Made, int Used, int Voided);
