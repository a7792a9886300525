using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Notifications;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;

namespace ChildFriendly.Core.Data;

/// <summary>Carries out the retention table: every rule of every capability. What is due can be seen beforehand.</summary>
public sealed class ApplyRetention(ChildFriendlyDb db, TimeProvider clock) : IRecurringJob
{
    /// <summary>The whole table, in the order in which it is applied: a child's participation ends before what it leaves behind is looked at.</summary>
    public static IReadOnlyList<RetentionRule> Rules { get; } =
    [
        .. ParticipationModule.Retention, .. InitiativesModule.Retention, .. ModerationModule.Retention, .. MediaModule.Retention, .. ConsultationsModule.Retention, .. ActionPlansModule.Retention, .. AdvisoryCouncilsModule.Retention, .. StaffModule.Retention, .. NotificationsModule.Retention,
        .. SafeguardingModule.Retention, .. AuditModule.Retention,
    ];

    public static IReadOnlyList<JobSchedule> Jobs { get; } = [new(typeof(ApplyRetention), TimeSpan.FromHours(6))];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var rule in Rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await rule.ApplyAsync(db, clock.Instant());
            db.ChangeTracker.Clear();
        }
    }
}
