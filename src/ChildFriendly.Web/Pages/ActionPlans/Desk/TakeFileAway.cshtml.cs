using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>A photo or document that was published and should not have been.</summary>
public sealed class TakeFileAwayModel : SitePage
{
    public IActionResult OnGet(int number) => Redirect($"{Desk}/plan/{number}");

    public async Task<IActionResult> OnPostAsync(int number, Guid id)
    {
        var file = await Db.MeasureFiles.InLocality(Here.Id).SingleOrDefaultAsync(f => f.Id == id && f.UpdatePosition != null);
        if (file is not null)
        {
            file.TakeAway(As(Role.CouncilStaff), Now);
            Db.Remove(file);
            await Db.TrySaveAsync();
        }

        return Tell($"{Desk}/plan/{number}", "measure-file-removed");
    }
}
