namespace ChildFriendly.Core.Notifications;

public static class MailRules
{
    /// <summary>Longer than any mail server takes to answer.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>After that a letter says nothing new.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    /// <summary>An alarm goes soon after the mail server is back, however long it was gone.</summary>
    public static readonly TimeSpan LongestWaitOfAlarms = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12)];

    /// <param name="tries">How many have failed, from 1.</param>
    public static TimeSpan WaitAfter(int tries, bool isUrgent)
    {
        var wait = Waits[Math.Clamp(tries, 1, Waits.Length) - 1];
        return isUrgent && wait > LongestWaitOfAlarms ? LongestWaitOfAlarms : wait;
    }
}
