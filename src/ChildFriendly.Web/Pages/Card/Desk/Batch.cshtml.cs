using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Card.Desk;

/// <summary>One batch: totals, never which card did what; voiding, and replacing what was lost or badly printed.</summary>
public sealed class BatchModel(BallotBox box, CardPepper pepper) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public CardBatch Batch { get; private set; } = null!;

    public int Used { get; private set; }

    public int Voided { get; private set; }

    public IReadOnlyList<(DateTime Hour, int Count)> NightHours { get; private set; } = [];

    /// <summary>Which cards are void: "3, 17, 20–25".</summary>
    public string VoidNumbers { get; private set; } = "";

    /// <summary>The replacements with their codes, once.</summary>
    public Sheet? Sheet { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (Input.Made != Batch.Count)
        {
            // The same form a second time, or somebody else's voiding in between: looked at anew, what was typed is there.
            return RefuseAsChanged();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Input.Replace && CardRules.RefuseToReplace(Batch, pepper.Fingerprint, Today) is { } tooLate)
        {
            return Refuse(tooLate, "Input.Replace");
        }

        var wanted = Input.All ? null : CardRules.ReadNumbers(Input.Numbers ?? "");
        if (!Input.All && wanted is null)
        {
            return Refuse(CardRules.NotNumbers, "Input.Numbers");
        }

        var numbers = await Db.Cards.Where(c => c.BatchId == Batch.Id).Select(c => c.Number).ToListAsync();
        if (wanted?.Except(numbers).Any() == true)
        {
            // Nothing is done by halves: a mistyped number may mean another card.
            return Refuse(CardRules.UnknownNumbers, "Input.Numbers");
        }

        var cards = (await Db.Cards.Where(c => c.BatchId == Batch.Id && c.VoidedAt == null).OrderBy(c => c.Number).ToListAsync())
            .Where(c => wanted is null || wanted.Contains(c.Number)).ToList();
        if (cards.Count == 0)
        {
            return Refuse(CardRules.NothingToVoid, "Input.Numbers");
        }

        var by = AsFirstOf(Role.LocalityAdmin, Role.Facilitator);
        IReadOnlyList<PrintedCard> made = [];
        if (Input.Replace)
        {
            made = Batch.Make(cards.Select(c => (c.AgeBand, CardCode.New())), pepper, IsDemonstration, by, Now);
            Db.AddRange(made.Select(m => m.Card));
        }

        try
        {
            await box.VoidAsync(cards, by, Now);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody voided some of them at the same moment, or pressed twice: nothing of this form was done.
            Db.ChangeTracker.Clear();
            await FindAsync(number);
            return RefuseAsChanged();
        }

        if (made.Count == 0)
        {
            return Tell($"{Desk}/cards/{number}", cards.Count == 1 ? "card-voided" : "cards-voided");
        }

        Sheet = new Sheet(Batch, Here.Name, made, $"{Request.Scheme}://{Request.Host}");
        return Page();
    }

    private IActionResult RefuseAsChanged()
    {
        // The whole batch is asked about once more by itself.
        ModelState.Clear();
        (Input.Made, Input.All) = (Batch.Count, false);
        return Refuse(CardRules.BatchChanged, "Input.Numbers");
    }

    private async Task<bool> FindAsync(int number)
    {
        Batch = (await Db.CardBatches.InLocality(Here.Id).SingleOrDefaultAsync(b => b.Number == number))!;
        if (Batch is null)
        {
            return false;
        }

        Input.Made = HttpMethods.IsGet(Request.Method) ? Batch.Count : Input.Made;
        Used = await Db.Cards.CountAsync(c => c.BatchId == Batch.Id && (c.EndedAt != null || Db.Participants.Any(p => p.CardId == c.Id)));
        var voided = await Db.Cards.Where(c => c.BatchId == Batch.Id && c.VoidedAt != null).Select(c => c.Number).ToListAsync();
        (Voided, VoidNumbers) = (voided.Count, CardRules.WriteNumbers(voided));
        NightHours = CardRules.NightHours(await Db.FirstUses.AsNoTracking().Where(u => u.BatchId == Batch.Id).ToListAsync()).OrderBy(n => n.Hour).ToList();
        return true;
    }

    public sealed class InputModel
    {
        /// <summary>How many cards the batch had when the page was opened: a form that comes twice changes nothing.</summary>
        public int Made { get; set; }

        [StringLength(500)]
        public string? Numbers { get; set; }

        public bool All { get; set; }

        public bool Replace { get; set; }
    }
}
