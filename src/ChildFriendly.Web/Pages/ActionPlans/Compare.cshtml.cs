using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans;

/// <summary>Two versions of the plan, measure by measure.</summary>
public sealed class CompareModel : SitePage
{
    public PlanVersion Before { get; private set; } = null!;

    public PlanVersion After { get; private set; } = null!;

    public IReadOnlyList<MeasureDifference> Differences { get; private set; } = [];

    public int Added => Differences.Count(d => d.Before is null);

    public int Dropped => Differences.Count(d => d.After is null);

    public int Changed => Differences.Count - Added - Dropped;

    public async Task<IActionResult> OnGetAsync(int before, int after)
    {
        var found = await Db.PlanVersions.AsNoTracking()
            .Where(v => v.PlanId == Db.ActionPlans.InLocality(Here.Id).Public().OrderByDescending(p => p.FromYear).Select(p => p.Id).FirstOrDefault())
            .Where(v => v.Number == before || v.Number == after).OrderBy(v => v.Number).ToListAsync();
        if (found is not [var older, var newer])
        {
            return NotFound();
        }

        if (before > after)
        {
            return Redirect($"{Home}/plan/versions/{after}/compare/{before}");
        }

        (Before, After) = (older, newer);
        Differences = PlanVersions.Compare(older.Read(), newer.Read());
        return Page();
    }
}
