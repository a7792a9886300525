using ChildFriendly.Core.ActionPlans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>All about one measure, and what can be done with it.</summary>
public sealed class MeasureModel : MeasurePage
{
    /// <summary>Of published reports.</summary>
    public IReadOnlyList<MeasureFile> Files { get; private set; } = [];

    /// <summary>Somebody has begun a report.</summary>
    public bool HasDraft { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        Files = await Db.MeasureFiles.AsNoTracking().Where(f => f.MeasureId == Measure.Id && f.UpdatePosition != null).OrderBy(f => f.AddedAt).ToListAsync();
        HasDraft = await Db.ReportDrafts.AnyAsync(d => d.MeasureId == Measure.Id);
        return Page();
    }
}
