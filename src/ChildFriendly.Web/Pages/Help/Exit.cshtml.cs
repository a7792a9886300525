using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Help;

/// <summary>Leaving quickly: whoever was signed in is not any more, the device forgets, and another page stands there. By a link, because a link is quick.</summary>
[InKeyLanguages]
public sealed class ExitModel : SitePage
{
    /// <summary>A page that says nothing about whoever looks at it.</summary>
    private const string Elsewhere = "https://www.google.com/";

    public async Task<IActionResult> OnGetAsync()
    {
        await HttpContext.EndChildAsync(Db);
        return Redirect(Elsewhere);
    }
}
