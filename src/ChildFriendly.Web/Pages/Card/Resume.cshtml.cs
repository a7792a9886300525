using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Card;

/// <summary>After a session had ended in the middle of a form: what was typed, and one button to send it.</summary>
[InKeyLanguages]
public sealed class ResumeModel(PendingForms pending) : SitePage
{
    public PendingForm Form { get; private set; } = null!;

    public IActionResult OnGet()
    {
        if (pending.Find(Me.CardId) is not { } form)
        {
            return Redirect($"/{Lang}/me");
        }

        Form = form;
        return Page();
    }
}
