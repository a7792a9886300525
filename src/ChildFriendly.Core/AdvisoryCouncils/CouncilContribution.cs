using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.AdvisoryCouncils;

public enum ContributionKind
{
    /// <summary>Any child with a card: what the council should talk about. Public once it is checked.</summary>
    AgendaPoint,

    /// <summary>A member: how a recommendation should be worded, or what a new one should say.</summary>
    Wording,

    /// <summary>A member, about a draft.</summary>
    Comment,
}

/// <summary>What a child writes to the council or within it.</summary>
public sealed class CouncilContribution : ShortText
{
    public const int TextMaxLength = 1000;

    public ContributionKind Kind { get; private init; }

    /// <summary>The draft that it is about; null for a point, and for a recommendation that is only proposed.</summary>
    public Guid? RecommendationId { get; private init; }

    public DateOnly WrittenOn { get; private init; }

    public static CouncilContribution Of(Participant child, ContributionKind kind, Guid? recommendationId, string language, string text, DateTime now, Guid? id = null) => new()
    {
        Id = id ?? RandomId.New(),
        LocalityId = child.LocalityId,
        Kind = kind,
        RecommendationId = recommendationId,
        AuthorId = child.Id,
        AuthorBand = child.AgeBand,
        Language = language,
        Text = text,
        WrittenOn = RomanianTime.DateOf(now),
    };
}

public static class ContributionRules
{
    /// <summary>More than this at once from one child waits until some are checked.</summary>
    public const int MostWaiting = 5;

    public static readonly Refusal TooManyWaiting = new("council.contribution.too-many-waiting");
    public static readonly Refusal OtherLocality = new("council.contribution.other-locality");
    public static readonly Refusal Shown = new("council.contribution.shown");

    /// <param name="hasSign">There is a sign of harm in it: that is heard whatever else waits.</param>
    public static Refusal? RefuseToSend(Participant child, Guid localityId, int waiting, bool hasSign) =>
        child.LocalityId != localityId ? OtherLocality : waiting >= (hasSign ? InitiativeRules.MostWaitingWithSign : MostWaiting) ? TooManyWaiting : null;

    /// <summary>What others have read already, and may be talking about, stays as it is.</summary>
    public static Refusal? RefuseToRewrite(CouncilContribution said, Participant child, int waiting, bool hasSign) => said switch
    {
        { Stage: ShortTextStage.Published } => Shown,
        { Stage: ShortTextStage.Waiting } => null,
        _ => RefuseToSend(child, said.LocalityId, waiting, hasSign),
    };
}
