namespace ChildFriendly.Core.Shared;

/// <summary>The closed list of roles. Local ones are given per locality, national ones for all.</summary>
public enum Role
{
    Child,
    CouncilMember,
    Facilitator,
    Moderator,
    SafeguardingLead,
    SafeguardingDeputy,
    CouncilStaff,
    CouncilCoordinator,
    CentreStaff,
    LocalityAdmin,
    CommitteeReader,
    CommitteeEvaluator,
    NationalSafeguardingLead,
    Auditor,
    SystemAdmin,
}

public static class Roles
{
    public static IReadOnlyList<Role> Local { get; } =
    [
        Role.Facilitator, Role.Moderator, Role.SafeguardingLead, Role.SafeguardingDeputy, Role.CouncilStaff,
        Role.CouncilCoordinator, Role.CentreStaff, Role.LocalityAdmin,
    ];

    public static IReadOnlyList<Role> National { get; } =
        [Role.CommitteeReader, Role.CommitteeEvaluator, Role.NationalSafeguardingLead, Role.Auditor, Role.SystemAdmin];
}
