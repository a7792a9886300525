namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>
/// Signs that a child is harmed, or is afraid of it. Where a text tells of several, the one most often told; of equals the one that cannot
/// wait: life first, then abuse, exploitation, no place to sleep, bullying, neglect.
/// </summary>
internal static class ConcernFinder
{
    private static readonly Concern[] MostUrgentFirst =
        [Concern.SelfHarm, Concern.AbuseHome, Concern.Exploitation, Concern.RunningAway, Concern.Bullying, Concern.Neglect];

    public static Concern? Find(Reading reading)
    {
        Span<int> found = stackalloc int[MostUrgentFirst.Length];
        found.Clear();
        Span<int> ends = stackalloc int[MostUrgentFirst.Length];
        ends.Fill(-1);
        foreach (var match in reading.Matches)
        {
            // Several phrases over the same words say it once.
            if ((int)match.Topic < found.Length && match.First > ends[(int)match.Topic])
            {
                found[(int)match.Topic]++;
                ends[(int)match.Topic] = match.Last;
            }
        }

        Concern? most = null;
        foreach (var concern in MostUrgentFirst)
        {
            if (found[(int)concern] > 0 && (most is null || (concern != Concern.SelfHarm && most != Concern.SelfHarm && found[(int)concern] > found[(int)most])))
            {
                most = concern;
            }
        }

        return most;
    }
}
