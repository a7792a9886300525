using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Audit;

public static class AuditModule
{
    public static IReadOnlyList<JobSchedule> Jobs { get; } =
    [
        new(typeof(LinkAudit), TimeSpan.FromSeconds(10)),
        new(typeof(VerifyAudit), TimeSpan.FromHours(1)),
    ];
}
