using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>A page of the desk about the plan as a whole.</summary>
public abstract class PlanPage : SitePage
{
    public ActionPlan Plan { get; private set; } = null!;

    public string Back => $"{Desk}/plan";

    protected async Task<bool> FindAsync()
    {
        Plan = (await Db.ActionPlans.InLocality(Here.Id).OrderByDescending(p => p.FromYear).FirstOrDefaultAsync())!;
        return Plan is not null;
    }
}
