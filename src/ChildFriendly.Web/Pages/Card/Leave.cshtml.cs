using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Card;

[InKeyLanguages]
public sealed class LeaveModel : SitePage
{
    public IActionResult OnGet() => Redirect($"/{Lang}");

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.EndChildAsync(Db);
        return Tell($"/{Lang}", "left");
    }
}
