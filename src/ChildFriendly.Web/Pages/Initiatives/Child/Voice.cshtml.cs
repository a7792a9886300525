using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

/// <summary>A voice message as a file, for the child who spoke. Moderators have their own door, where it is noted.</summary>
public sealed class VoiceModel : SitePage
{
    public override bool IsIn(string language) => true;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var bytes = await Db.VoiceMessages.InLocality(Here.Id).Where(v => v.Id == id && v.HasSound && Db.Initiatives.Any(i => i.Id == v.InitiativeId && i.AuthorId == Me.Id))
            .Select(v => v.Sound!.Bytes).SingleOrDefaultAsync();
        return bytes is null ? NotFound() : ServedFiles.ServeSound(Response, bytes);
    }
}
