using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Consultations.Paper;

/// <summary>The papers of one place: their totals, and what is to be done with them next.</summary>
public sealed class BatchModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Consultation Vote { get; private set; } = null!;

    public PaperBatch Batch { get; private set; } = null!;

    public string Address => $"{Desk}/consultations/{Vote.Number}/paper/{Batch.Number}";

    /// <summary>Why this person cannot enter now.</summary>
    public Refusal? CannotEnter => PaperRules.RefuseToEnter(Batch, Vote, Staff!.Id, Now);

    public async Task<IActionResult> OnGetAsync(int number, int batch)
    {
        if (!await FindAsync(number, batch))
        {
            return NotFound();
        }

        Input = new InputModel { HandedOut = Batch.HandedOut, Returned = Batch.Returned, Blank = Batch.Returned is null ? null : Batch.Blank, Spoilt = Batch.Returned is null ? null : Batch.Spoilt };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, int batch)
    {
        if (!await FindAsync(number, batch))
        {
            return NotFound();
        }

        if (PaperRules.RefuseToTakeBack(Batch, Vote, Now) is { } late)
        {
            return Refuse(late);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var (handedOut, returned, blank, spoilt) = (Input.HandedOut!.Value, Input.Returned!.Value, Input.Blank!.Value, Input.Spoilt!.Value);
        if (PaperRules.RefuseTotals(handedOut, returned, blank, spoilt, Vote.BallotQuestionsFor(Batch.AgeBand).Count) is { } refusal)
        {
            return Refuse(refusal, refusal == PaperRules.MoreThanReturned ? "Input.Blank" : refusal == PaperRules.MoreThanHandedOut ? "Input.Returned" : "Input.HandedOut");
        }

        Batch.TakeBack(handedOut, returned, blank, spoilt, AsFirstOf(Role.CouncilStaff, Role.Facilitator), Now, Vote.BallotQuestionsFor(Batch.AgeBand).Count > 0);
        return await Db.TrySaveAsync() ? Tell(Address, "papers-taken-back") : Refuse(Refusal.ChangedMeanwhile);
    }

    public async Task<IActionResult> OnPostAnewAsync(int number, int batch)
    {
        if (!await FindAsync(number, batch))
        {
            return NotFound();
        }

        if (PaperRules.RefuseToBeginAnew(Batch, Vote, Now) is { } refusal)
        {
            return Refuse(refusal);
        }

        Batch.BeginAnew(AsFirstOf(Role.CouncilStaff, Role.Facilitator), Now);
        return await Db.TrySaveAsync() ? Redirect(Address) : Refuse(Refusal.ChangedMeanwhile);
    }

    private async Task<bool> FindAsync(int number, int batch)
    {
        if (await Db.FindPapersAsync(Here.Id, number, batch) is not var (vote, found))
        {
            return false;
        }

        (Vote, Batch) = (vote, found);
        return true;
    }

    public sealed class InputModel
    {
        [Required, Range(0, PaperRules.MostPapers)]
        public int? HandedOut { get; set; }

        [Required, Range(0, PaperRules.MostPapers)]
        public int? Returned { get; set; }

        [Required, Range(0, PaperRules.MostPapers)]
        public int? Blank { get; set; }

        [Required, Range(0, PaperRules.MostPapers)]
        public int? Spoilt { get; set; }
    }
}
