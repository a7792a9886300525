namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>Words that want somebody to get in touch outside the portal.</summary>
internal static class ContactFinder
{
    private const int Behind = 15;

    public static void Find(Reading reading)
    {
        foreach (var match in reading.Matches)
        {
            if (match.Topic == Topic.Contact && !IsToldExactly(reading, match.Last))
            {
                reading.Flag(FlagKind.Contact, match.First, match.Last);
            }
        }
    }

    /// <summary>"Call me on …": the number or name behind it has its own flag, which says more.</summary>
    private static bool IsToldExactly(Reading reading, int last)
    {
        var end = reading.Text[last].End;
        return reading.IsFlagged(end, Math.Min(reading.Source.Length, end + Behind));
    }
}
