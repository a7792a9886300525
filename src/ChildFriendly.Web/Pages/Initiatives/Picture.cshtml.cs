using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives;

/// <summary>The picture of an idea as a file: for everybody once both are published, until then for its child.</summary>
public sealed class PictureModel : SitePage
{
    public override bool IsIn(string language) => true;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var found = await Db.InitiativePictures.AsNoTracking().InLocality(Here.Id).Where(p => p.Id == id)
            .Join(Db.Initiatives.IgnoreAutoIncludes(), p => p.InitiativeId, i => i.Id, (picture, idea) => new { Picture = picture, idea.Stage, idea.IsSuspended, idea.AuthorId, picture.File!.Bytes }).SingleOrDefaultAsync();
        if (found is null)
        {
            return NotFound();
        }

        var isForEverybody = MediaRules.IsForEverybody(found.Picture, found.Stage, found.IsSuspended);
        return isForEverybody || (Child is not null && found.AuthorId == Child.Id) ? ServedFiles.Serve(Response, found.Picture.Type, found.Bytes, isForEverybody) : NotFound();
    }
}
