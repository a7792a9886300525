using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Access;

/// <summary>Who works in a locality or nationally, and the invitations that are open; what the team's page and the whole portal's share.</summary>
public sealed class Roster(ChildFriendlyDb db, TimeProvider clock)
{
    private const int Tries = 8;

    /// <param name="localityId">Null for the national roles.</param>
    public async Task<IReadOnlyList<Member>> MembersAsync(Guid? localityId)
    {
        var accounts = await db.StaffAccounts.AsNoTracking().Include(s => s.Roles).Where(s => s.Roles.Any(r => r.LocalityId == localityId)).OrderBy(s => s.Email).ToListAsync();
        var ids = accounts.ConvertAll(a => a.Id);
        var checks = await db.StaffChecks.AsNoTracking().Where(c => c.LocalityId == localityId && ids.Contains(c.StaffId)).ToListAsync();
        var seenBy = await db.StaffAccounts.EmailsOfAsync(checks.Select(c => c.SeenById));
        return accounts.ConvertAll(a => new Member(
            a.Id, a.Email, a.Roles.Where(r => r.LocalityId == localityId).Select(r => r.Role).Order().ToList(),
            checks.Where(c => c.StaffId == a.Id).GroupBy(c => c.Kind).Select(g => g.MaxBy(c => c.ExpiresOn)!).OrderBy(c => c.Kind)
                .Select(c => new SeenCheck(c.Kind, c.ExpiresOn, c.SeenOn, seenBy.GetValueOrDefault(c.SeenById))).ToList()));
    }

    public IQueryable<StaffInvitation> Open(Guid? localityId)
    {
        var now = clock.Instant();
        return db.StaffInvitations.Where(i => i.LocalityId == localityId && i.AcceptedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now);
    }

    /// <summary>Why nobody is invited so: oneself, or somebody who has the role.</summary>
    public async Task<Refusal?> RefuseToInviteAsync(string email, Role role, Guid? localityId, StaffAccount by)
    {
        var account = await db.StaffAccounts.Include(s => s.Roles).SingleOrDefaultAsync(s => s.NormalizedEmail == StaffAccount.Normalize(email));
        return StaffRules.RefuseToChange(account, by)
            ?? (account?.Roles.Exists(r => r.Role == role && r.LocalityId == localityId) == true ? StaffRules.HasItAlready : null);
    }

    /// <summary>Makes an invitation; an older one for the same person and role is valid no longer.</summary>
    /// <returns>The token of the link, which is stored nowhere.</returns>
    public async Task<string> InviteAsync(string email, Role role, Guid? localityId, Actor by)
    {
        var now = clock.Instant();
        for (var attempt = 1; ; attempt++)
        {
            var (invitation, token) = StaffInvitation.Offer(email, role, localityId, by.StaffId!.Value, by, now);
            foreach (var older in await db.StaffInvitations.Where(i => i.LocalityId == localityId && i.AcceptedAt == null && i.WithdrawnAt == null && i.Role == role && i.Email == invitation.Email).ToListAsync())
            {
                older.Withdraw(by, now);
            }

            db.Add(invitation);
            if (attempt == Tries)
            {
                await db.SaveChangesAsync();
                return token;
            }

            if (await db.TrySaveAsync())
            {
                return token;
            }

            // Pressed twice at the same moment: the last link is the valid one.
            db.ChangeTracker.Clear();
        }
    }

    /// <returns>False when the invitation is not there any more.</returns>
    public async Task<bool> WithdrawAsync(Guid id, Guid? localityId, Actor by)
    {
        if (await Open(localityId).SingleOrDefaultAsync(i => i.Id == id) is not { } open)
        {
            return false;
        }

        open.Withdraw(by, clock.Instant());
        return await db.TrySaveAsync();
    }

    /// <returns>Whether somebody of this roster is meant, and why the role stays.</returns>
    public async Task<(bool IsFound, Refusal? Refusal)> TakeAwayAsync(Guid staffId, Role role, Guid? localityId, StaffAccount by, Actor actor)
    {
        var account = await db.StaffAccounts.Include(s => s.Roles).SingleOrDefaultAsync(s => s.Id == staffId && s.Roles.Any(r => r.LocalityId == localityId));
        if (account is null)
        {
            return (false, null);
        }

        if (StaffRules.RefuseToChange(account, by) is { } refusal)
        {
            return (true, refusal);
        }

        account.TakeAway(role, localityId, actor, clock.Instant());
        foreach (var invitation in await db.StaffInvitations.Where(i => i.InvitedById == staffId && i.AcceptedAt == null && i.WithdrawnAt == null).ToListAsync())
        {
            if (StaffRules.RefuseInviter(account, invitation) is not null)
            {
                invitation.Withdraw(actor, clock.Instant());
            }
        }

        return (true, await db.TrySaveAsync() ? null : Refusal.Busy);
    }
}

/// <param name="Checks">The latest paper of each kind that was seen here.</param>
public sealed record Member(Guid Id, string Email, IReadOnlyList<Role> Roles, IReadOnlyList<SeenCheck> Checks)
{
    /// <summary>Works with children here and needs the papers.</summary>
    public bool NeedsChecks => Roles.Any(StaffCheckRules.WithChildren.Contains);

    public SeenCheck? Certificate => Checks.FirstOrDefault(c => c.Kind == StaffCheckKind.IntegrityCertificate);

    /// <summary>Has no certificate that lasts beyond the time of the first reminder.</summary>
    public bool NeedsNewCertificate(DateOnly today) => NeedsChecks && (Certificate is not { } certificate || certificate.EndsSoon(today));
}

/// <param name="SeenBy">The address of whoever saw the paper; null when that account is gone.</param>
public sealed record SeenCheck(StaffCheckKind Kind, DateOnly ExpiresOn, DateOnly SeenOn, string? SeenBy)
{
    /// <summary>From the day of the first reminder on, and when it has ended.</summary>
    public bool EndsSoon(DateOnly today) => ExpiresOn.AddDays(-StaffCheckRules.ReminderDays[0]) <= today;
}

/// <summary>What the view of a roster needs.</summary>
/// <param name="Link">Of the invitation just made.</param>
/// <param name="Reader">Who looks: their own row has no buttons.</param>
/// <param name="ChecksAt">Where papers are recorded, and today; null where no role works with children.</param>
public sealed record RosterView(IReadOnlyList<Member> Members, IReadOnlyList<StaffInvitation> Open, string? Link, Guid Reader, (string Path, DateOnly Today)? ChecksAt = null);
