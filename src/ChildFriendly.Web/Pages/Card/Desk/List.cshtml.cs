using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Card.Desk;

public sealed class ListModel : SitePage
{
    public IReadOnlyList<BatchLine> Batches { get; private set; } = [];

    public async Task OnGetAsync() =>
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

public sealed record BatchLine(int Number, string IssuedTo, AgeBand? Band, DateOnly ValidUntil, int Made, int Used, int Voided);
