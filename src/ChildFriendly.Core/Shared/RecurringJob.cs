namespace ChildFriendly.Core.Shared;

/// <summary>Work done in the background. Reads what is due from our own tables, may run twice, and saves through the same verbs as a page.</summary>
public interface IRecurringJob
{
    Task RunAsync(CancellationToken cancellationToken);
}

/// <summary>A job and how often it is woken; what it then does depends on what is due.</summary>
public sealed record JobSchedule(Type Job, TimeSpan Every);
