using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Staff;

/// <summary>A new password; every other session of the account ends.</summary>
public sealed class PasswordModel(UserManager<StaffAccount> users) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var account = await Db.StaffAccounts.SingleAsync(s => s.Id == Staff!.Id);
        if (account.LockedUntil > Now)
        {
            return Refuse(StaffRules.Locked with { Count = (int)Math.Ceiling((account.LockedUntil.Value - Now).TotalMinutes) });
        }

        // Counted like a try to sign in: an open session is no place to guess the password.
        account.TrySignIn(Now);
        if (!await Db.TrySaveAsync())
        {
            return Refuse(Refusal.Busy);
        }

        if (!await users.CheckPasswordAsync(account, Input.Present))
        {
            return Refuse(StaffRules.WrongPassword, "Input.Present");
        }

        account.ChangePassword(users.PasswordHasher.HashPassword(account, Input.New), Now);
        var present = User.StaffSessionId();
        foreach (var open in await Db.StaffSessions.Where(s => s.StaffId == account.Id && s.EndedAt == null && s.Id != present).ToListAsync())
        {
            open.End(Actor.Self(account.Id), Now);
        }

        if (!await Db.TrySaveAsync())
        {
            return Refuse(Refusal.Busy);
        }

        await HttpContext.BeginStaffAsync(account, await Db.StaffSessions.SingleAsync(s => s.Id == present));
        return Tell("/staff/account", "password-changed");
    }

    public sealed class InputModel
    {
        [Required, StringLength(200)]
        public string Present { get; set; } = "";

        [Required, StringLength(200), MinLength(StaffAccount.PasswordMinLength)]
        public string New { get; set; } = "";
    }
}
