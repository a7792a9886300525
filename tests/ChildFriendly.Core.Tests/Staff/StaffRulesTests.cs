using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using Xunit;

namespace ChildFriendly.Core.Tests.Staff;

public sealed class StaffRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 4);
    private static readonly DateTime Now = new(2026, 3, 4, 8, 0, 0, DateTimeKind.Utc);

    public static TheoryData<Role> AllRoles => [.. Enum.GetValues<Role>()];

    [Theory]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    [InlineData(6, 10)]
    [InlineData(7, 20)]
    [InlineData(13, 1280)]
    [InlineData(14, 1440)]
    [InlineData(1000, 1440)]
    public void The_door_stays_shut_twice_as_long_each_time_and_at_most_a_day(int tries, int? minutes) =>
        Assert.Equal(minutes is { } m ? TimeSpan.FromMinutes(m) : (TimeSpan?)null, StaffRules.LockAfter(tries));

    [Theory]
    [MemberData(nameof(AllRoles))]
    public void Roles_with_children_need_a_certificate_that_has_not_lapsed(Role role)
    {
        var needs = role is Role.Facilitator or Role.Moderator or Role.SafeguardingLead or Role.SafeguardingDeputy;
        var lastDay = Seen(StaffCheckKind.IntegrityCertificate, Today.AddMonths(-StaffCheckRules.CertificateMonths));

        Assert.Equal(needs ? StaffCheckRules.Lapsed : null, StaffCheckRules.RefuseRole(role, [], Today));
        Assert.Equal(needs ? StaffCheckRules.Lapsed : null, StaffCheckRules.RefuseRole(role, [Seen(StaffCheckKind.Training, Today)], Today));
        Assert.Null(StaffCheckRules.RefuseRole(role, [lastDay], Today));
        Assert.Equal(needs ? StaffCheckRules.Lapsed : null, StaffCheckRules.RefuseRole(role, [lastDay], Today.AddDays(1)));
    }

    [Theory]
    [InlineData(false, 0, null)]
    [InlineData(true, 0, nameof(StaffCheckRules.NotForYourself))]
    [InlineData(false, 1, nameof(StaffCheckRules.InTheFuture))]
    [InlineData(false, -170, null)]
    [InlineData(false, -200, nameof(StaffCheckRules.TooOld))]
    public void A_paper_is_seen_by_somebody_else_on_a_day_when_it_counts(bool isOwn, int days, string? refusal)
    {
        var person = Guid.CreateVersion7();

        var answer = StaffCheckRules.RefuseToSee(StaffCheckKind.IntegrityCertificate, person, Today.AddDays(days), isOwn ? person : Guid.CreateVersion7(), Today);

        Assert.Equal(refusal is null ? null : typeof(StaffCheckRules).GetField(refusal)!.GetValue(null), answer);
    }

    private static StaffCheck Seen(StaffCheckKind kind, DateOnly issuedOn) =>
        StaffCheck.See(Guid.CreateVersion7(), Guid.CreateVersion7(), kind, issuedOn, Guid.CreateVersion7(), Actor.Program, Now);
}
