using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Staff;

/// <summary>One's own account: where one is signed in and was, and new recovery codes.</summary>
public sealed class AccountModel : SitePage
{
    private const int Shown = 30;

    public IReadOnlyList<StaffSession> Sessions { get; private set; } = [];

    public Guid? Present { get; private set; }

    public int RecoveryLeft { get; private set; }

    /// <summary>New codes, shown once.</summary>
    public IReadOnlyList<string> Recovery { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

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

    private async Task LoadAsync()
    {
        Present = User.StaffSessionId();
        Sessions = await Db.StaffSessions.AsNoTracking().Where(s => s.StaffId == Staff!.Id).OrderByDescending(s => s.BeganAt).Take(Shown).ToListAsync();
        RecoveryLeft = await Db.RecoveryCodes.CountAsync(c => c.StaffId == Staff!.Id);
    }
}
