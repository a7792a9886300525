using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Staff;

/// <summary>After a session had ended in the middle of a form: what was typed, and one button to send it.</summary>
public sealed class ResumeModel(PendingForms pending) : SitePage
{
    public PendingForm Form { get; private set; } = null!;

    public IActionResult OnGet()
    {
        if (pending.Find(Staff!.Id) is not { } form)
        {
            return Redirect("/staff");
        }

        Form = form;
        return Page();
    }
}
