using ChildFriendly.Core.Data;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;

namespace ChildFriendly.Core.AdvisoryCouncils;

/// <summary>What a child writes to the council, or within it, goes into the moderators' queue in the same save.</summary>
public static class Contributions
{
    /// <param name="wanted">The words; null takes it back.</param>
    /// <param name="make">Makes what is not there yet, with this id.</param>
    /// <inheritdoc cref="ShortTexts.KeepTextsAsync" path="/returns"/>
    public static Task<bool?> KeepContributionAsync(
        this ChildFriendlyDb db, Guid id, Participant child, string? wanted, Func<string, CouncilContribution> make, Concerns concerns, string language, DateTime now) => db.KeepTextsAsync(
            ModerationSubject.CouncilContribution,
            child,
            db.CouncilContributions.Where(c => c.Id == id && c.AuthorId == child.Id),
            [new WantedText<CouncilContribution>(_ => true, wanted, make)],
            concerns,
            language,
            now);
}
