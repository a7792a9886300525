using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>A photo or document of a report as those see it who write it, published or not.</summary>
public sealed class DraftFileModel : SitePage
{
    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await Db.MeasureFiles.AsNoTracking().InLocality(Here.Id).Where(f => f.Id == id).Select(f => new { f.Type, f.Name, f.File!.Bytes }).SingleOrDefaultAsync() is { } found
            ? ServedFiles.Serve(Response, found.Type, found.Name, found.Bytes, isForEverybody: false) : NotFound();
}
