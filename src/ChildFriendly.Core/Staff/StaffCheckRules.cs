using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Staff;

public static class StaffCheckRules
{
    /// <summary>Law 118/2019: the certificate is valid six months from the day it was issued.</summary>
    public const int CertificateMonths = 6;

    public const int TrainingMonths = 24;

    /// <summary>Days before the end at which the person and the administrator are told.</summary>
    public static IReadOnlyList<int> ReminderDays { get; } = [30, 7];

    public static readonly Refusal Lapsed = new("staff.checks.lapsed");
    public static readonly Refusal NotForYourself = new("staff.checks.not-yourself");
    public static readonly Refusal InTheFuture = new("staff.checks.in-the-future");
    public static readonly Refusal TooOld = new("staff.checks.too-old");

    /// <summary>Roles that meet children or what they write before anybody else does.</summary>
    public static IReadOnlyList<Role> WithChildren { get; } = [Role.Facilitator, Role.Moderator, Role.SafeguardingLead, Role.SafeguardingDeputy];

    public static DateOnly ExpiryOf(StaffCheckKind kind, DateOnly issuedOn) =>
        issuedOn.AddMonths(kind == StaffCheckKind.IntegrityCertificate ? CertificateMonths : TrainingMonths);

    /// <summary>Four eyes: nobody records their own paper.</summary>
    public static Refusal? RefuseToSee(StaffCheckKind kind, Guid staffId, DateOnly issuedOn, Guid seenById, DateOnly today) => issuedOn switch
    {
        _ when staffId == seenById => NotForYourself,
        _ when issuedOn > today => InTheFuture,
        _ when ExpiryOf(kind, issuedOn) < today => TooOld,
        _ => null,
    };

    /// <summary>A role with children needs a certificate that somebody has seen and that has not lapsed.</summary>
    public static Refusal? RefuseRole(Role role, IEnumerable<StaffCheck> checks, DateOnly today) =>
        WithChildren.Contains(role) && !checks.Any(c => c.Kind == StaffCheckKind.IntegrityCertificate && c.ExpiresOn >= today) ? Lapsed : null;
}
