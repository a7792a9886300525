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

    /// <summary>What somebody at this desk has begun and not published.</summary>
    public ReportDraft? Draft { get; private set; }

    /// <summary>A colleague has reported since this page was opened.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        (Input.Stage, Input.Text, Input.Unit, Input.Link) = Draft is { } draft ? (draft.Stage, draft.Text, draft.Unit, draft.Link) : (null, "", Measure.Responsible, null);
        Input.Position = Measure.Updates.Count + 1;
        return Page();
    }

    /// <param name="then">Null to publish it; else it is kept as a draft, and another page may come first.</param>
    public async Task<IActionResult> OnPostAsync(int number, string? then)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (then is not null)
        {
            return await KeepAsync(then);
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
        if (Draft is { } draft)
        {
            draft.GoWith(Measure.Reports);
            Db.Remove(draft);
        }

        return await Db.TrySaveAsync() ? Tell($"{Desk}/plan", "reported") : Refuse(MeasureRules.Finished);
    }

    /// <summary>A draft may lack what a report needs; what is too long for one is too long for the other.</summary>
    private async Task<IActionResult> KeepAsync(string then)
    {
        foreach (var (field, state) in ModelState)
        {
            if (string.IsNullOrEmpty(state.AttemptedValue))
            {
                ModelState.Remove(field);
            }
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (MeasureRules.RefuseToReport(Measure) is { } refusal)
        {
            return Refuse(refusal);
        }

        var draft = Draft ?? ReportDraft.Of(Measure);
        draft.Write(Input.Stage, Input.Text ?? "", Input.Unit ?? "", Input.Link ?? "", As(Role.CouncilStaff), Now);
        if (Draft is null)
        {
            Db.Add(draft);
        }

        var page = $"{Desk}/plan/{Measure.Number}";
        return !await Db.TrySaveAsync() ? Refuse(Refusal.Busy)
            : then is "photos" or "documents" ? Redirect($"{page}/progress/{then}")
            : Tell(page, "report-draft-saved");
    }

    private async Task<bool> FindAsync(int number)
    {
        Measure = (await Db.Measures.InLocality(Here.Id).SingleOrDefaultAsync(m => m.Number == number))!;
        if (Measure is null)
        {
            return false;
        }

        Draft = await Db.ReportDrafts.SingleOrDefaultAsync(d => d.MeasureId == Measure.Id);
        return true;
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
