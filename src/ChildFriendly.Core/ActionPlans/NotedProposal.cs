using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

public enum ProposalSource
{
    /// <summary>Adults wrote to the town hall, by its own channel.</summary>
    Adults,

    /// <summary>Children wrote or drew on paper.</summary>
    Paper,

    /// <summary>Children talked about it in a group.</summary>
    FocusGroup,
}

public enum NotedStage
{
    Waiting,
    Published,
    NotPublished,
}

/// <summary>
/// What reached the debate by another way than this portal, in the words of whoever enters it: how many said it, never who. What children said is
/// public once a moderator has read it.
/// </summary>
public sealed class NotedProposal : Entity, ILocal, IContribution
{
    public const int GistMaxLength = 400;

    /// <summary>More than a town hall reads letters in one debate: typed with a zero too many.</summary>
    public const int MostPeople = 5000;

    public Guid LocalityId { get; private init; }

    public Guid PlanId { get; private init; }

    /// <summary>Null where it is about the plan as a whole.</summary>
    public Guid? MeasureId { get; private init; }

    public ProposalSource Source { get; private init; }

    public string Gist { get; private set; } = "";

    public int People { get; private init; }

    public DateOnly NotedOn { get; private init; }

    public NotedStage Stage { get; private set; }

    /// <summary>Why it is not published: a text key of the fixed list, and the moderator's sentence for whoever noted it.</summary>
    public string? ReasonKey { get; private set; }

    public string? Sentence { get; private set; }

    public bool AwaitsModeration => Stage == NotedStage.Waiting;

    public (string? ReasonKey, string? Sentence) Told => (ReasonKey, Sentence);

    /// <summary>Adults write it down.</summary>
    string IContribution.Language => Initiative.DefaultLanguage;

    public IReadOnlyDictionary<WordsField, string> Words => new Dictionary<WordsField, string> { [WordsField.Text] = Gist };

    internal override Enum? AuditedStage => Stage;

    public static NotedProposal Note(ActionPlan plan, Measure? measure, ProposalSource source, string gist, int people, Actor by, DateTime now, Guid? id = null)
    {
        var noted = new NotedProposal
        {
            Id = id ?? Guid.CreateVersion7(),
            LocalityId = plan.LocalityId,
            PlanId = plan.Id,
            MeasureId = measure?.Id,
            Source = source,
            Gist = gist,
            People = people,
            NotedOn = RomanianTime.DateOf(now),
            Stage = source == ProposalSource.Adults ? NotedStage.Published : NotedStage.Waiting,
        };
        noted.Record(new ProposalNoted(by, now, source, people));
        return noted;
    }

    public void Redact(IReadOnlyList<Cut> cuts)
    {
        RequireWaiting();
        Gist = Cut.Apply(Gist, cuts);
    }

    public void Restore(WordsField field, string words, Actor by, DateTime now)
    {
        Gist = words;
        Record(new NotedProposalRestored(by, now));
    }

    public void Publish(Actor by, DateTime now)
    {
        RequireWaiting();
        Stage = NotedStage.Published;
        Record(new NotedProposalPublished(by, now));
    }

    public void DoNotPublish(string reasonKey, string sentence, Actor by, DateTime now)
    {
        RequireWaiting();
        (Stage, ReasonKey, Sentence) = (NotedStage.NotPublished, reasonKey, sentence);
        Record(new NotedProposalNotPublished(by, now, reasonKey));
    }

    /// <summary>Noted by mistake, or not published: it goes as a whole.</summary>
    public void TakeBack(Actor by, DateTime now) => Record(new ProposalTakenBack(by, now));

    private void RequireWaiting()
    {
        if (Stage != NotedStage.Waiting)
        {
            throw new InvalidOperationException("Decided already.");
        }
    }
}

public sealed record NotedProposalPublished(Actor By, DateTime At) : Change(By, At);

public sealed record NotedProposalNotPublished(Actor By, DateTime At, string ReasonKey) : Change(By, At);

public sealed record NotedProposalRestored(Actor By, DateTime At) : Change(By, At);

public sealed record ProposalTakenBack(Actor By, DateTime At) : Change(By, At);

public sealed record ProposalNoted(Actor By, DateTime At, ProposalSource Source, int People) : Change(By, At);
