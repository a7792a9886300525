using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans;

public sealed class PlanModel : SitePage
{
    public ActionPlan? Plan { get; private set; }

    public IReadOnlyList<MeasureLine> Measures { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Plan = await Db.ActionPlans.AsNoTracking().InLocality(Here.Id).Where(p => p.Stage != ActionPlanStage.Draft)
            .OrderByDescending(p => p.FromYear).FirstOrDefaultAsync();
        if (Plan is { } plan)
        {
            Measures = await Db.Measures.AsNoTracking().IgnoreAutoIncludes().Where(m => m.PlanId == plan.Id).OrderBy(m => m.Number)
                .Select(m => new MeasureLine(m.Number, m.Goal, m.Title, m.Responsible, m.DueOn, m.Stage, m.InitiativeId != null)).ToListAsync();
        }
    }
}

public sealed record MeasureLine(int Number, GoalArea Goal, string Title, string Responsible, DateOnly DueOn, MeasureStage Stage, bool IsChildrensIdea);
