using ChildFriendly.Core.Shared;
using Quartz;

namespace ChildFriendly.Web.Jobs;

/// <summary>Wakes one of our jobs. A failure is logged and the job is woken again at its next time.</summary>
[DisallowConcurrentExecution]
public sealed class QuartzJob<T>(T job, ILogger<T> log) : IJob
    where T : IRecurringJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await job.RunAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The job {Job} failed and will be tried again at its next time", typeof(T).Name);
        }
    }
}
