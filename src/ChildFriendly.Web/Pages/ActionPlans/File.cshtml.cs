using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans;

/// <summary>A photo or document of a report: for everybody once it is published.</summary>
public sealed class FileModel : SitePage
{
    public override bool IsIn(string language) => true;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var found = await Db.MeasureFiles.AsNoTracking().InLocality(Here.Id).Where(f => f.Id == id)
            .Where(f => f.UpdatePosition != null && Db.Measures.InPublicPlan(Db).Any(m => m.Id == f.MeasureId))
            .Select(f => new { f.Type, f.Name, f.File!.Bytes }).SingleOrDefaultAsync();
        return found is null ? NotFound() : ServedFiles.Serve(Response, found.Type, found.Name, found.Bytes, isForEverybody: true);
    }
}
