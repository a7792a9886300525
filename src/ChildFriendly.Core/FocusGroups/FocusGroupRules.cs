using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.FocusGroups;

public static class FocusGroupRules
{
    public const int MostChildren = 60;

    /// <summary>What was said longer ago than this says little about today.</summary>
    public const int OldestYears = 2;

    public static readonly Refusal NobodyThere = new("focus-groups.record.nobody");
    public static readonly Refusal TooMany = new("focus-groups.record.too-many");
    public static readonly Refusal InTheFuture = new("focus-groups.record.in-the-future");
    public static readonly Refusal TooLongAgo = new("focus-groups.record.too-long-ago");
    public static readonly Refusal MoreAgreedThanThere = new("focus-groups.record.more-agreed");
    public static readonly Refusal OtherLocality = new("focus-groups.link.other-locality");

    public static readonly Refusal NothingToCorrect = new("focus-groups.record.nothing-to-correct");

    /// <summary>Only what a moderator has given back with a reason.</summary>
    public static Refusal? RefuseToCorrect(Finding finding) => finding.ReasonKey is null ? NothingToCorrect : null;

    public static Refusal? RefuseToRecord(int children, DateOnly heldOn, IEnumerable<int> agreed, DateOnly today) => children switch
    {
        <= 0 => NobodyThere,
        > MostChildren => TooMany,
        _ when heldOn > today => InTheFuture,
        _ when heldOn < today.AddYears(-OldestYears) => TooLongAgo,
        _ when agreed.Any(a => a > children) => MoreAgreedThanThere,
        _ => null,
    };
}
