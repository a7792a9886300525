using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Staff;

/// <summary>From a line of a letter straight to its form, after signing in.</summary>
public sealed class GoModel(DeskLinks links) : SitePage
{
    public async Task<IActionResult> OnGetAsync(string link)
    {
        var (slug, form) = links.Read(link, Today);
        var locality = await Db.Localities.Where(l => l.Slug == slug).Select(l => (Guid?)l.Id).SingleOrDefaultAsync();
        var isAtHome = locality is not null && Staff!.Has(Role.CouncilStaff, locality);
        return (form, isAtHome) switch
        {
            (not null, true) => Redirect(form),
            (not null, false) => Tell("/staff", "link-of-others"),
            (null, true) => Tell($"/staff/{slug}/plan/needs", "link-over"),
            (null, false) => Tell("/staff", "link-over"),
        };
    }
}
