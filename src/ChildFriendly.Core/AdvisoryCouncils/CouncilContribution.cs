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

public enum ContributionStage
{
    Waiting,
    Published,
    NotPublished,
}

/// <summary>What a child writes to the council or within it. Nobody but its child sees it before a person has checked it.</summary>
public sealed class CouncilContribution : Entity, ILocal, IContribution
{
    public const int TextMaxLength = 1000;

    public Guid LocalityId { get; private init; }

    public ContributionKind Kind { get; private init; }

    /// <summary>The draft that it is about; null for a point, and for a recommendation that is only proposed.</summary>
    public Guid? RecommendationId { get; private init; }

    /// <summary>Null once the child has ended their participation.</summary>
    public Guid? AuthorId { get; private set; }

    public string Language { get; private init; } = "";

    public string Text { get; private set; } = "";

    public DateOnly WrittenOn { get; private init; }

    public ContributionStage Stage { get; private set; }

    /// <summary>Why it is not shown: a text key of the fixed list.</summary>
    public string? ReasonKey { get; private set; }

    public string? Sentence { get; private set; }

    public bool AwaitsModeration => Stage == ContributionStage.Waiting;

    public (string? ReasonKey, string? Sentence) Told => (ReasonKey, Sentence);

    public IReadOnlyDictionary<WordsField, string> Words => new Dictionary<WordsField, string> { [WordsField.Text] = Text };

    internal override Enum? AuditedStage => Stage;

    public static CouncilContribution Of(Participant child, ContributionKind kind, Guid? recommendationId, string language, string text, DateTime now, Guid? id = null)
    {
        var contribution = new CouncilContribution
        {
            Id = id ?? RandomId.New(),
            LocalityId = child.LocalityId,
            Kind = kind,
            RecommendationId = recommendationId,
            AuthorId = child.Id,
            Language = language,
            Text = text,
            WrittenOn = RomanianTime.DateOf(now),
        };
        contribution.Record(new CouncilContributionSent(Actor.Child, now, kind));
        return contribution;
    }

    public void Redact(IReadOnlyList<Cut> cuts)
    {
        RequireWaiting();
        Text = Cut.Apply(Text, cuts);
    }

    public void Restore(WordsField field, string words, Actor by, DateTime now)
    {
        Text = words;
        Record(new CouncilContributionRestored(by, now));
    }

    public void Publish(Actor by, DateTime now)
    {
        RequireWaiting();
        Stage = ContributionStage.Published;
        Record(new CouncilContributionPublished(by, now));
    }

    public void DoNotPublish(string reasonKey, string sentence, Actor by, DateTime now)
    {
        RequireWaiting();
        (Stage, ReasonKey, Sentence) = (ContributionStage.NotPublished, reasonKey, sentence);
        Record(new CouncilContributionNotPublished(by, now, reasonKey));
    }

    /// <summary>Nothing leads from it to a card any more.</summary>
    public void LoseAuthor(Actor by, DateTime now)
    {
        if (AuthorId is not null)
        {
            AuthorId = null;
            Record(new CouncilContributionLostAuthor(by, now));
        }
    }

    private void RequireWaiting()
    {
        if (Stage != ContributionStage.Waiting)
        {
            throw new InvalidOperationException("Decided already.");
        }
    }
}

public static class ContributionRules
{
    /// <summary>More than this at once from one child waits until some are checked.</summary>
    public const int MostWaiting = 5;

    public static readonly Refusal TooManyWaiting = new("council.contribution.too-many-waiting");
    public static readonly Refusal OtherLocality = new("council.contribution.other-locality");

    /// <param name="hasSign">There is a sign of harm in it: that is heard whatever else waits.</param>
    public static Refusal? RefuseToSend(Participant child, Guid localityId, int waiting, bool hasSign) =>
        child.LocalityId != localityId ? OtherLocality : waiting >= (hasSign ? InitiativeRules.MostWaitingWithSign : MostWaiting) ? TooManyWaiting : null;
}

public sealed record CouncilContributionSent(Actor By, DateTime At, ContributionKind Kind) : Change(By, At);

public sealed record CouncilContributionPublished(Actor By, DateTime At) : Change(By, At);

public sealed record CouncilContributionNotPublished(Actor By, DateTime At, string ReasonKey) : Change(By, At);

public sealed record CouncilContributionRestored(Actor By, DateTime At) : Change(By, At);

public sealed record CouncilContributionLostAuthor(Actor By, DateTime At) : Change(By, At);
