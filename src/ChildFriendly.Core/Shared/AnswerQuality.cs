namespace ChildFriendly.Core.Shared;

/// <summary>
/// Feedback to children is full, friendly, fast and followed up (the four Fs): what an answer that is being written still lacks. A hint, never a bar.
/// </summary>
/// <param name="IsFull">It says why and what happens next.</param>
/// <param name="Older">How hard the text for 11–17 is to read.</param>
/// <param name="Young">The same for 6–10.</param>
/// <param name="IsFriendly">Both can be read by whom they are for, and the one for 6–10 is there and the shorter one.</param>
/// <param name="Days">Since it was asked.</param>
/// <param name="IsFast">Within the term.</param>
/// <param name="IsFollowedUp">It says by when; after a no it is enough to say what children can do.</param>
public sealed record AnswerQuality(bool IsFull, ReadingLevel Older, ReadingLevel Young, bool IsFriendly, int Days, bool IsFast, bool IsFollowedUp)
{
    /// <summary>A reason takes at least so many words: "we have no money" explains nothing.</summary>
    public const int FewestWordsOfReason = 12;

    private const int FewestWordsOfNext = 3;

    public static AnswerQuality Of(Decision? decision, string text, string young, string follows, DateOnly? followsOn, DateOnly askedOn, DateOnly? dueOn, DateOnly today)
    {
        var (older, forYoung, next) = (ReadingLevel.Of(text), ReadingLevel.Of(young), ReadingLevel.Of(follows));
        var saysNext = next.Words >= FewestWordsOfNext;
        return new AnswerQuality(
            older.Words >= FewestWordsOfReason && saysNext,
            older,
            forYoung,
            older.Words > 0 && forYoung.Words > 0 && older.IsForOlder && forYoung.IsForYoung && forYoung.Words <= older.Words,
            today.DayNumber - askedOn.DayNumber,
            AnswerRules.DaysOverdue(dueOn, today) is null,
            followsOn is not null || (decision == Decision.Declined && saysNext));
    }
}
