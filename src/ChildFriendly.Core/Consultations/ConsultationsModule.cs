using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Consultations;

public static class ConsultationsModule
{
    public static IReadOnlyList<JobSchedule> Jobs { get; } = [new(typeof(RunConsultationsOnTime), TimeSpan.FromSeconds(5))];
}
