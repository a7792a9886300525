using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Staff;

public sealed class LeaveModel : SitePage
{
    public IActionResult OnGet() => Redirect("/staff");

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.StaffSessions.SingleOrDefaultAsync(s => s.Id == User.StaffSessionId()) is { } session)
        {
            session.End(Actor.Self(session.StaffId), Now);
            await Db.TrySaveAsync();
        }

        await HttpContext.EndStaffAsync();
        return Tell("/staff/sign-in", "left");
    }
}
