using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Staff;

/// <summary>One's own account: where one is signed in and was, and new recovery codes.</summary>
public sealed class AccountModel(Passkeys passkeys) : SitePage
{
    private const int Shown = 30;

    public IReadOnlyList<StaffSession> Sessions { get; private set; } = [];

    public Guid? Present { get; private set; }

    public int RecoveryLeft { get; private set; }

    /// <summary>New codes, shown once.</summary>
    public IReadOnlyList<string> Recovery { get; private set; } = [];

    public IReadOnlyList<StaffPasskey> Keys { get; private set; } = [];

    /// <summary>What the owner calls a new passkey.</summary>
    [BindProperty]
    [Required, StringLength(StaffPasskey.NameMaxLength)]
    public string? Name { get; set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Name = Devices.NameOf(Request.Headers.UserAgent);
    }

    /// <summary>What the browser asks the device for; fetched when somebody presses the button.</summary>
    public async Task<IActionResult> OnGetPasskeyAsync() => new JsonResult(await passkeys.AskToAddAsync(Staff!, HttpContext));

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? state)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Invalid();
        }

        if (await RefuseUnlessFreshAsync() is { } refusal)
        {
            await LoadAsync();
            return Refuse(refusal);
        }

        if (await passkeys.AddAsync(Staff!, credential ?? "", state ?? "", HttpContext) is not { } added)
        {
            await LoadAsync();
            return Refuse(StaffRules.PasskeyRefused);
        }

        Db.Add(StaffPasskey.Add(Staff!.Id, added.CredentialId, Name!, Passkeys.Write(added), Now));
        await Db.TrySaveAsync();
        return Tell("/staff/account", "passkey-added");
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(Guid key)
    {
        if (await Db.StaffPasskeys.SingleOrDefaultAsync(p => p.Id == key && p.StaffId == Staff!.Id) is { } mine)
        {
            mine.Remove(Now);
            Db.Remove(mine);
            await Db.TrySaveAsync();
        }

        return Tell("/staff/account", "passkey-removed");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid? session)
    {
        var present = User.StaffSessionId();
        foreach (var open in await Db.StaffSessions.Where(s => s.StaffId == Staff!.Id && s.EndedAt == null && s.Id != present && (session == null || s.Id == session)).ToListAsync())
        {
            open.End(Actor.Self(Staff!.Id), Now);
        }

        await Db.TrySaveAsync();
        return Tell("/staff/account", "session-ended");
    }

    public async Task<IActionResult> OnPostRecoveryAsync()
    {
        ModelState.Clear();
        if (await RefuseUnlessFreshAsync() is { } refusal)
        {
            await LoadAsync();
            return Refuse(refusal);
        }

        var account = await Db.StaffAccounts.SingleAsync(s => s.Id == Staff!.Id);
        account.RenewRecoveryCodes(Now);
        Db.RemoveRange(await Db.RecoveryCodes.Where(c => c.StaffId == account.Id).ToListAsync());
        var (stored, codes) = RecoveryCode.MakeFor(account);
        Db.AddRange(stored);
        if (!await Db.TrySaveAsync())
        {
            Db.ChangeTracker.Clear();
            await LoadAsync();
            return Refuse(Refusal.Busy);
        }

        Recovery = codes;
        await LoadAsync();
        return Page();
    }

    private async Task<Refusal?> RefuseUnlessFreshAsync()
    {
        var present = User.StaffSessionId();
        return StaffRules.RefuseUnlessFresh(await Db.StaffSessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == present), Now);
    }

    private async Task LoadAsync()
    {
        Present = User.StaffSessionId();
        Sessions = await Db.StaffSessions.AsNoTracking().Where(s => s.StaffId == Staff!.Id).OrderByDescending(s => s.BeganAt).Take(Shown).ToListAsync();
        Keys = await Db.StaffPasskeys.AsNoTracking().Where(p => p.StaffId == Staff!.Id).OrderBy(p => p.AddedAt).ToListAsync();
        RecoveryLeft = await Db.RecoveryCodes.CountAsync(c => c.StaffId == Staff!.Id);
    }
}
