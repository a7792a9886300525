using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Staff;

/// <summary>Staff addresses have no language: the chosen one is kept in a cookie.</summary>
public sealed class LanguageModel : SitePage
{
    public IActionResult OnGet(string? to, string? back)
    {
        if (Languages.IsForStaff(to))
        {
            SiteCookies.Write(Response, Portal.LanguageCookie, to!, kept: null);
        }

        return Redirect(Url.IsLocalUrl(back) ? back : "/staff");
    }
}
