using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Staff;

/// <summary>Which letters the portal sends to this person, and in which language. Alarms cannot be turned off.</summary>
public sealed class MailModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public void OnGet() => Input = new InputModel { Language = Staff!.MailLanguage ?? Languages.Default, WantsDigest = !Staff.NoDigest };

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Languages.IsForStaff(Input.Language))
        {
            ModelState.AddModelError("Input.Language", ErrorKeys.Required);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var account = await Db.StaffAccounts.SingleAsync(s => s.Id == Staff!.Id);
        account.ChooseMail(Input.Language, Input.WantsDigest, Now);
        return await Db.TrySaveAsync() ? Tell("/staff/account/mail", "mail-chosen") : Refuse(Refusal.Busy);
    }

    public sealed class InputModel
    {
        [Required]
        public string Language { get; set; } = "";

        public bool WantsDigest { get; set; }
    }
}
