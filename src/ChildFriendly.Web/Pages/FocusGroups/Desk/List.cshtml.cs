using ChildFriendly.Core.FocusGroups;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.FocusGroups.Desk;

public sealed class ListModel : SitePage
{
    public IReadOnlyList<FocusGroupSession> Sessions { get; private set; } = [];

    public async Task OnGetAsync() =>
        Sessions = await Db.FocusGroupSessions.AsNoTracking().InLocality(Here.Id).OrderByDescending(s => s.HeldOn).Take(100).ToListAsync();
}
