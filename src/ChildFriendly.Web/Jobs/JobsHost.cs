using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Notifications;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using Quartz;

namespace ChildFriendly.Web.Jobs;

/// <summary>The one folder that knows the scheduler: Quartz with its persistent store in our database, clustered on PostgreSQL.</summary>
public static class JobsHost
{
    /// <summary>All jobs of all capabilities.</summary>
    public static IReadOnlyList<JobSchedule> Schedules { get; } =
    [
        .. ConsultationsModule.Jobs, .. ActionPlansModule.Jobs, .. AdvisoryCouncilsModule.Jobs, .. AuditModule.Jobs, .. ModerationModule.Jobs, .. ParticipationModule.Jobs, .. StaffModule.Jobs,
        .. SafeguardingModule.Jobs, .. NotificationsModule.Jobs, .. ApplyRetention.Jobs,
    ];

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var settings = Portal.SettingsOf(builder);
        if (!settings.Jobs)
        {
            return;
        }

        builder.Services.AddQuartz(quartz =>
        {
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                if (settings.Database.Kind == DatabaseKind.Postgres)
                {
                    store.UsePostgres(settings.Database.ConnectionString);
                    store.UseClustering(_ => { });
                }
                else
                {
                    store.UseSqlite(settings.Database.ConnectionString);
                }
            });
            foreach (var schedule in Schedules)
            {
                typeof(JobsHost).GetMethod(nameof(Add), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                    .MakeGenericMethod(schedule.Job).Invoke(null, [quartz, schedule.Every]);
            }
        });

        // Serving does not wait for the scheduler; what is due is found in our own tables whenever it wakes.
        builder.Services.AddQuartzHostedService(options =>
        {
            options.AwaitApplicationStarted = true;
            options.StartDelay = TimeSpan.FromSeconds(2);
            options.WaitForJobsToComplete = true;
        });
    }

    private static void Add<T>(IQuartzBuilder quartz, TimeSpan every)
        where T : class, IRecurringJob =>
        quartz.ScheduleJob<QuartzJob<T>>(
            trigger => trigger.WithIdentity(typeof(T).Name).WithSimpleSchedule(every),
            job => job.WithIdentity(typeof(T).Name));
}
