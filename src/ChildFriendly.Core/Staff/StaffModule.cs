using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Staff;

public static class StaffModule
{
    private const int SessionMonths = 12;
    private const int InvitationDays = 90;

    public static IReadOnlyList<JobSchedule> Jobs { get; } = [new(typeof(RemindOfStaffChecks), TimeSpan.FromHours(6))];

    public static IReadOnlyList<RetentionRule> Retention { get; } =
    [
#pragma warning disable RS0030 // Retention removes what nobody changes any more; there is no verb on it.
        new("staff-sessions", (db, now, localityId) => Nationwide(localityId, OldSessions(db, now)), (db, now) => OldSessions(db, now).ExecuteDeleteAsync(), IsNationwide: true),
        new(
            "invitations",
            (db, now, localityId) => OldInvitations(db, now).CountAsync(i => localityId == null || i.LocalityId == localityId),
            (db, now) => OldInvitations(db, now).ExecuteDeleteAsync()),
        new("staff-accounts", (db, now, localityId) => Nationwide(localityId, LeftAccounts(db)), (db, _) => LeftAccounts(db).ExecuteDeleteAsync(), IsNationwide: true),
#pragma warning restore RS0030
    ];

    private static IQueryable<StaffSession> OldSessions(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddMonths(-SessionMonths);
        return db.StaffSessions.Where(s => s.BeganAt < before);
    }

    private static IQueryable<StaffInvitation> OldInvitations(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddDays(-InvitationDays);
        return db.StaffInvitations.Where(i => i.ExpiresAt < before);
    }

    /// <summary>Without a role, and without a sign-in for as long as sign-ins are kept.</summary>
    private static IQueryable<StaffAccount> LeftAccounts(ChildFriendlyDb db) =>
        db.StaffAccounts.Where(a => a.Roles.Count == 0 && !db.StaffSessions.Any(s => s.StaffId == a.Id));

    /// <summary>Accounts belong to no locality: they are counted for the whole portal.</summary>
    private static Task<int> Nationwide<T>(Guid? localityId, IQueryable<T> due) => localityId is null ? due.CountAsync() : Task.FromResult(0);
}
