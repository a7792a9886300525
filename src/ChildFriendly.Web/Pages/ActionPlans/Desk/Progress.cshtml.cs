using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

public sealed class ProgressModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Measure Measure { get; private set; } = null!;

    /// <summary>A colleague has reported since this page was opened.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        Input.Unit = Measure.Responsible;
        Input.Position = Measure.Updates.Count + 1;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Measure.Updates.Any(u => u.Position == Input.Position && u.Text == Input.Text))
        {
            // Sent twice: it is published already.
            return Tell($"{Desk}/plan", "reported");
        }

        if (MeasureRules.RefuseToReport(Measure, Input.Stage!.Value) is { } refusal)
        {
            return Refuse(refusal, refusal == MeasureRules.BackToNotStarted ? "Input.Stage" : "");
        }

        if (Measure.Updates.Count >= Input.Position)
        {
            IsStale = true;
            Input.Position = Measure.Updates.Count + 1;
            ModelState.Remove("Input.Position");
            return Refuse(Refusal.ChangedMeanwhile);
        }

        var initiative = await Db.Initiatives.SingleOrDefaultAsync(i => i.Id == Measure.InitiativeId);
        Measure.Report(initiative, Input.Stage.Value, Input.Text, Input.Unit, As(Role.CouncilStaff), Now, Input.Link ?? "");
        return await Db.TrySaveAsync() ? Tell($"{Desk}/plan", "reported") : Refuse(MeasureRules.Finished);
    }

    private async Task<bool> FindAsync(int number)
    {
        Measure = (await Db.Measures.InLocality(Here.Id).SingleOrDefaultAsync(m => m.Number == number))!;
        return Measure is not null;
    }

    public sealed class InputModel
    {
        /// <summary>Which report of this measure it is going to be.</summary>
        public int Position { get; set; }

        [Required, EnumDataType(typeof(MeasureStage))]
        public MeasureStage? Stage { get; set; }

        [Required, StringLength(ProgressUpdate.TextMaxLength), DataType(DataType.MultilineText)]
        public string Text { get; set; } = "";

        [Required, StringLength(Measure.OfficeMaxLength)]
        public string Unit { get; set; } = "";

        /// <summary>Where the evidence is: a page or a file of the town hall.</summary>
        [StringLength(ProgressUpdate.LinkMaxLength), RegularExpression(@"https?://[^\s<>""]+")]
        public string? Link { get; set; }
    }
}
