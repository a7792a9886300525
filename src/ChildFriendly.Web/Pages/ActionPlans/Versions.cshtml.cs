using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans;

/// <summary>Every shape in which the plan was public, the latest first.</summary>
public sealed class VersionsModel : SitePage
{
    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Versions = await Db.PlanVersions.Where(v => v.PlanId == Db.ActionPlans.InLocality(Here.Id).Public().OrderByDescending(p => p.FromYear).Select(p => p.Id).FirstOrDefault())
            .OrderByDescending(v => v.Number).Select(v => new VersionLine(v.Number, v.Title, v.Stage, v.At, v.Framework, v.DecisionNumber, v.DecidedOn, v.DecisionLink)).ToListAsync();
        return Versions.Count > 0 ? Page() : NotFound();
    }
}

public sealed record VersionLine(
    int Number, string Title, ActionPlanStage Stage, DateTime At, GoalFramework Framework, string DecisionNumber, DateOnly? DecidedOn, string DecisionLink);
