using ChildFriendly.Core.Shared;

namespace ChildFriendly.Web.Access;

/// <summary>A place where staff of a locality works: <c>/staff/{locality}/{name}</c>.</summary>
public sealed record Desk(string Name, string Picture)
{
    private static readonly Desk Safeguarding = new("safeguarding", "help");
    private static readonly Desk Council = new("council", "council");
    private static readonly Desk Cards = new("cards", "card");
    private static readonly Desk Paper = new("paper", "vote");
    private static readonly Desk Consents = new("consents", "check");

    /// <summary>The desks of these roles, in the order in which they are shown.</summary>
    public static IReadOnlyList<Desk> Of(IEnumerable<Role> roles) => roles.SelectMany(Of).Distinct().ToList();

    private static IReadOnlyList<Desk> Of(Role role) => role switch
    {
        Role.SafeguardingLead or Role.SafeguardingDeputy => [Safeguarding],
        Role.Moderator => [new("moderation", "check")],
        Role.CouncilStaff => [new("initiatives", "idea"), new("consultations", "vote"), Paper, new("plan", "plan"), Council],
        Role.CouncilCoordinator => [Council, Consents],
        Role.Facilitator => [new("group-ideas", "idea"), new("focus-groups", "group"), Cards, Paper, Consents],
        Role.LocalityAdmin => [Cards, new("team", "group"), Consents, new("retention", "letters")],
        _ => [],
    };
}
