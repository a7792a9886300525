using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>Which cards are members': by their code, or by the numbers of batch and card. Who holds one stands nowhere.</summary>
public sealed class CardsModel(CardPepper pepper) : SitePage
{
    private const char Between = '/';

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public ChildrensCouncil? Council { get; private set; }

    public IReadOnlyList<(Guid Id, int Batch, int Number, AgeBand Band, DateOnly Until)> Marked { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (CouncilRules.RefuseToHoldMembers(Council, Today) is { } early)
        {
            return Refuse(early);
        }

        var card = await FindCardAsync(Input.Card);
        if (CouncilRules.RefuseToMark(card, Today) is { } refusal)
        {
            return Refuse(refusal, "Input.Card");
        }

        if (card!.CouncilUntil != Council!.MandateTo)
        {
            card.JoinCouncil(Council.MandateTo!.Value, As(Role.CouncilCoordinator), Now);
        }

        return await Db.TrySaveAsync() ? Tell(Request.Path, "member-marked") : Refuse(Refusal.Busy);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid card)
    {
        if (await Db.Cards.InLocality(Here.Id).SingleOrDefaultAsync(c => c.Id == card && c.CouncilUntil != null) is { } marked)
        {
            marked.LeaveCouncil(As(Role.CouncilCoordinator), Now);
            await Db.TrySaveAsync();
        }

        return Tell(Request.Path, "member-unmarked");
    }

    private async Task<Core.Participation.Card?> FindCardAsync(string typed)
    {
        if (typed.Split(Between, StringSplitOptions.TrimEntries) is [var batch, var number]
            && int.TryParse(batch, NumberStyles.None, CultureInfo.InvariantCulture, out var batchNumber)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var cardNumber))
        {
            return await Db.Cards.InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == cardNumber && Db.CardBatches.Any(b => b.Id == c.BatchId && b.Number == batchNumber));
        }

        if (CardCode.Read(typed) is not { } code)
        {
            return null;
        }

        var hash = pepper.HashOf(code);
        return await Db.Cards.InLocality(Here.Id).SingleOrDefaultAsync(c => c.CodeHash == hash);
    }

    private async Task ReadAsync()
    {
        Council = await Db.ChildrensCouncils.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync();
        var marked = await Db.Cards.AsNoTracking().InLocality(Here.Id).Where(c => c.CouncilUntil >= Today && c.VoidedAt == null && c.EndedAt == null)
            .Join(Db.CardBatches, c => c.BatchId, b => b.Id, (c, b) => new { c.Id, Batch = b.Number, c.Number, c.AgeBand, c.CouncilUntil })
            .OrderBy(c => c.Batch).ThenBy(c => c.Number).ToListAsync();
        Marked = marked.ConvertAll(c => (c.Id, c.Batch, c.Number, c.AgeBand, c.CouncilUntil!.Value));
    }

    public sealed class InputModel
    {
        [Required, StringLength(40)]
        public string Card { get; set; } = "";
    }
}
