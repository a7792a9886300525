using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Card;

[InKeyLanguages]
public sealed class LeaveModel : SitePage
{
    public IActionResult OnGet() => Redirect($"/{Lang}");

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Cards.SingleOrDefaultAsync(c => c.Id == User.CardId()) is { } card)
        {
            card.EndSessions();
            await Db.TrySaveAsync();
        }

        await HttpContext.SignOutAsync(Sessions.Child);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        SiteCookies.Remove(Response, Look.Cookie);
        return Tell($"/{Lang}", "left");
    }
}
