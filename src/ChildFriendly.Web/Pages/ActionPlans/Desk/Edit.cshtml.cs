using System.Text.Json;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>What a measure is, rewritten. Two at once: each one's changes stay, and where both changed the same the second one chooses.</summary>
public sealed class EditModel : MeasurePage, IHasSheet
{
    SheetInput IHasSheet.Input => Input;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    /// <summary>Fields that a colleague has changed differently, each with what they wrote.</summary>
    public IReadOnlyList<(string Field, string Theirs)> Conflicts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        Input.Take(Measure.Sheet);
        Input.Seen = JsonSerializer.Serialize(Measure.Sheet);
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

        if (!TryReadSeen(out var seen))
        {
            return BadRequest();
        }

        var mine = Input.Sheet();
        var plan = await Db.ActionPlans.AsNoTracking().SingleAsync(p => p.Id == Measure.PlanId);
        if (DebateRules.RefuseToRewrite(plan, Now) is { } stands)
        {
            return Refuse(stands);
        }

        if (mine.DueOn != seen.DueOn && MeasureRules.RefuseDueDate(plan, mine.DueOn, Today) is { } refusal)
        {
            return Refuse(refusal, "Input.DueOn");
        }

        var (both, conflicts) = mine.MergeWith(seen, Measure.Sheet);
        if (conflicts.Count > 0)
        {
            Conflicts = [.. conflicts.Select(f => (f, ValueOf(f, Measure.Sheet)))];
            Input.Take(both);
            Input.Seen = JsonSerializer.Serialize(Measure.Sheet);
            ModelState.Clear();
            return Refuse(Refusal.ChangedMeanwhile);
        }

        var isMerged = both != mine;
        Measure.Revise(both, As(Role.CouncilStaff), Now);
        return await Db.TrySaveAsync() ? Tell(Back, isMerged ? "measure-merged" : "measure-revised") : Refuse(Refusal.Busy);
    }

    private static string ValueOf(string field, MeasureSheet sheet) =>
        Convert.ToString(typeof(MeasureSheet).GetProperty(field)!.GetValue(sheet), System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>It came from our own page; whoever changes it merges with what never was, and only in their own form.</summary>
    private bool TryReadSeen(out MeasureSheet seen)
    {
        try
        {
            seen = JsonSerializer.Deserialize<MeasureSheet>(Input.Seen)!;
        }
        catch (JsonException)
        {
            seen = null!;
        }

        return seen is not null;
    }

    public sealed class InputModel : SheetInput
    {
        /// <summary>The measure as it was when this form was drawn.</summary>
        public string Seen { get; set; } = "";
    }
}
