using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>Reports on several measures at once: those nobody has written about for the longest time. What is left empty stays as it is.</summary>
public sealed class SeveralModel : SitePage
{
    private const int AtOnce = 8;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    /// <summary>Only of this unit.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    /// <summary>Row by row, in the order of the form.</summary>
    public IReadOnlyList<Measure> Measures { get; private set; } = [];

    public IReadOnlyList<string> Units { get; private set; } = [];

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        Measures = await Open().Where(m => string.IsNullOrEmpty(Unit) || m.Responsible == Unit).OrderBy(m => m.ReportedAt).ThenBy(m => m.Number).Take(AtOnce).ToListAsync();
        Input.Rows = [.. Measures.Select(m => new Row { Number = m.Number, Position = m.Reports + 1 })];
        await ReadUnitsAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadUnitsAsync();
        var numbers = Input.Rows.Select(r => r.Number).ToList();
        var known = await Db.Measures.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).Where(m => numbers.Contains(m.Number)).ToDictionaryAsync(m => m.Number);
        if (numbers.Count > AtOnce || numbers.Exists(n => !known.ContainsKey(n)))
        {
            return NotFound();
        }

        Measures = [.. numbers.Select(n => known[n])];
        for (var i = 0; i < Input.Rows.Count; i++)
        {
            var row = Input.Rows[i];
            if (row.IsBlank || !IsWhole(i))
            {
                continue;
            }

            if (await ReportAsync(Measures[i].Id, row) is { } refusal)
            {
                Refuse(refusal, $"Input.Rows[{i}].Text");
            }
            else
            {
                Forget(i);
            }
        }

        return ModelState.IsValid ? Tell($"{Desk}/plan/several{(string.IsNullOrEmpty(Unit) ? "" : $"?unit={Uri.EscapeDataString(Unit)}")}", "reported-several") : Invalid();
    }

    /// <summary>Both a stage and a sentence, in the form they should have.</summary>
    private bool IsWhole(int i)
    {
        var row = Input.Rows[i];
        if (row.Stage is null)
        {
            ModelState.AddModelError($"Input.Rows[{i}].Stage", Tags.ErrorKeys.Required);
        }

        if (string.IsNullOrEmpty(row.Text))
        {
            ModelState.AddModelError($"Input.Rows[{i}].Text", Tags.ErrorKeys.Required);
        }

        return ModelState.Where(s => s.Key.StartsWith($"Input.Rows[{i}].", StringComparison.Ordinal)).All(s => s.Value!.Errors.Count == 0);
    }

    /// <summary>Each row is saved by itself: what is refused in one takes nothing from the others.</summary>
    private async Task<Refusal?> ReportAsync(Guid id, Row row)
    {
        Db.ChangeTracker.Clear();
        var measure = await Db.Measures.SingleAsync(m => m.Id == id);
        if (measure.Updates.Any(u => u.Position == row.Position && u.Text == row.Text))
        {
            // Sent twice: it is published already.
            return null;
        }

        if (MeasureRules.RefuseToReport(measure, row.Stage!.Value) is { } refusal)
        {
            return refusal;
        }

        if (measure.Reports >= row.Position)
        {
            ModelState.Remove($"Input.Rows[{Input.Rows.IndexOf(row)}].Position");
            row.Position = measure.Reports + 1;
            return Refusal.ChangedMeanwhile;
        }

        var idea = await Db.Initiatives.SingleOrDefaultAsync(i => i.Id == measure.InitiativeId);
        measure.Report(idea, row.Stage.Value, row.Text!, measure.Responsible, As(Role.CouncilStaff), Now);
        return await Db.TrySaveAsync() ? null : Refusal.Busy;
    }

    /// <summary>What was published is no longer in the form.</summary>
    private void Forget(int i)
    {
        (Input.Rows[i].Stage, Input.Rows[i].Text, Input.Rows[i].IsSaved) = (null, null, true);
        ModelState.Remove($"Input.Rows[{i}].Stage");
        ModelState.Remove($"Input.Rows[{i}].Text");
    }

    private IQueryable<Measure> Open() => Db.Measures.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id)
        .Where(m => (m.Stage != MeasureStage.Done && m.Stage != MeasureStage.Stopped) || (m.Stage == MeasureStage.Done && m.DoubtedAt != null));

    private async Task ReadUnitsAsync() => Units = await Open().Select(m => m.Responsible).Distinct().OrderBy(r => r).ToListAsync();

    public sealed class InputModel
    {
        public List<Row> Rows { get; set; } = [];
    }

    public sealed class Row
    {
        public int Number { get; set; }

        /// <summary>Which report of the measure it is going to be.</summary>
        public int Position { get; set; }

        [EnumDataType(typeof(MeasureStage))]
        public MeasureStage? Stage { get; set; }

        [StringLength(ProgressUpdate.TextMaxLength), DataType(DataType.MultilineText)]
        public string? Text { get; set; }

        internal bool IsSaved { get; set; }

        internal bool IsBlank => Stage is null && string.IsNullOrEmpty(Text);
    }
}
