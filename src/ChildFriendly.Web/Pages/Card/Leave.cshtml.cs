using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Card;

[InKeyLanguages]
public sealed class LeaveModel : SitePage
{
    public IActionResult OnGet() => Redirect($"/{Lang}");

    /// <param name="idle">Nobody has said "I'm done": the device makes room, and the same card goes on elsewhere.</param>
    public async Task<IActionResult> OnPostAsync(bool idle)
    {
        await (idle ? HttpContext.ForgetChildAsync() : HttpContext.EndChildAsync(Db));
        return Tell(ClassVote.Of(Request)?.Path(Lang) ?? $"/{Lang}", "left");
    }
}
