using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.FocusGroups;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.FocusGroups.Desk;

public sealed class ListModel : SitePage
{
    public IReadOnlyList<FocusGroupSession> Sessions { get; private set; } = [];

    /// <summary>A draft plan takes in what a group said about it.</summary>
    public bool IsPlanInDebate { get; private set; }

    public async Task OnGetAsync()
    {
        IsPlanInDebate = await Db.ActionPlans.InLocality(Here.Id).AnyAsync(p => p.Stage == ActionPlanStage.PublicDebate);
        Sessions = await Db.FocusGroupSessions.AsNoTracking().InLocality(Here.Id).OrderByDescending(s => s.HeldOn).Take(100).ToListAsync();
    }
}
