using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Desk;

public sealed class ListModel : SitePage
{
    public IReadOnlyList<Consultation> Votes { get; private set; } = [];

    public async Task OnGetAsync() => Votes = await Db.Consultations.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id)
        .OrderByDescending(c => c.Number).Take(100).ToListAsync();
}
