using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Staff;

public sealed class LeaveModel : SitePage
{
    public IActionResult OnGet() => Redirect("/staff");

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(Sessions.Staff);
        return Tell("/staff/sign-in", "left");
    }
}
