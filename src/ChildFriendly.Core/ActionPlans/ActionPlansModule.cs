using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

public static class ActionPlansModule
{
    public static IReadOnlyList<JobSchedule> Jobs { get; } = [new(typeof(ReadChecks), TimeSpan.FromMinutes(1))];
}
