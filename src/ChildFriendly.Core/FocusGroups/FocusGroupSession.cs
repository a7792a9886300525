using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.FocusGroups;

public enum PlaceKind
{
    School,
    Centre,
    Library,
    Outdoors,
    Other,
}

public enum FindingStage
{
    Waiting,
    Published,
    NotPublished,
}

/// <summary>A conversation of a facilitator with a group of children. The group is numbers, never a list.</summary>
public sealed class FocusGroupSession : Entity, INumbered
{
    public const int TopicMaxLength = 160;
    public const int DecisionMakerMaxLength = 120;

    private readonly List<Finding> findings = [];

    public Guid LocalityId { get; private init; }

    public int Number { get; private init; }

    public DateOnly HeldOn { get; private init; }

    public int Minutes { get; private init; }

    public PlaceKind Place { get; private init; }

    public string Topic { get; private init; } = "";

    public string DecisionMaker { get; private init; } = "";

    public int From6To10 { get; private init; }

    public int From11To13 { get; private init; }

    public int From14To17 { get; private init; }

    public int Children => From6To10 + From11To13 + From14To17;

    public IReadOnlyList<Finding> Findings => findings;

    public static FocusGroupSession WriteUp(
        Guid localityId, int number, DateOnly heldOn, int minutes, PlaceKind place, string topic, string decisionMaker,
        IReadOnlyDictionary<AgeBand, int> children, Actor by, DateTime now, Guid? id = null)
    {
        var session = new FocusGroupSession
        {
            Id = id ?? Guid.CreateVersion7(),
            LocalityId = localityId,
            Number = number,
            HeldOn = heldOn,
            Minutes = minutes,
            Place = place,
            Topic = topic,
            DecisionMaker = decisionMaker,
            From6To10 = children.GetValueOrDefault(AgeBand.From6To10),
            From11To13 = children.GetValueOrDefault(AgeBand.From11To13),
            From14To17 = children.GetValueOrDefault(AgeBand.From14To17),
        };
        session.Record(new FocusGroupRecorded(by, now, session.Children));
        return session;
    }

    public Finding Find(string statement, int agreed, GoalArea goal)
    {
        var finding = new Finding(Id, LocalityId, findings.Count + 1, statement, agreed, goal);
        findings.Add(finding);
        return finding;
    }
}

/// <summary>Something the group said, and how many agreed. Public once a moderator has checked it.</summary>
public sealed class Finding : Entity, ILocal, IContribution
{
    public const int StatementMaxLength = 400;

    internal Finding(Guid sessionId, Guid localityId, int position, string statement, int agreed, GoalArea goal)
    {
        SessionId = sessionId;
        LocalityId = localityId;
        Position = position;
        Statement = statement;
        Agreed = agreed;
        Goal = goal;
    }

    public Guid SessionId { get; private init; }

    public Guid LocalityId { get; private init; }

    public int Position { get; private init; }

    public string Statement { get; private set; }

    public int Agreed { get; private init; }

    public GoalArea Goal { get; private init; }

    /// <summary>The vote that this finding informs.</summary>
    public Guid? ConsultationId { get; private set; }

    public bool IsPublished { get; private set; }

    /// <summary>Why it is not published: a text key of the fixed list, and the moderator's sentence for the facilitator.</summary>
    public string? ReasonKey { get; private set; }

    public string? Sentence { get; private set; }

    public bool AwaitsModeration => !IsPublished && ReasonKey is null;

    public (string? ReasonKey, string? Sentence) Told => (ReasonKey, Sentence);

    /// <summary>Adults write down what a group said.</summary>
    string IContribution.Language => Initiative.DefaultLanguage;

    public IReadOnlyDictionary<WordsField, string> Words => new Dictionary<WordsField, string> { [WordsField.Text] = Statement };

    internal override Enum? AuditedStage => IsPublished ? FindingStage.Published : ReasonKey is null ? FindingStage.Waiting : FindingStage.NotPublished;

    public void Redact(IReadOnlyList<Cut> cuts)
    {
        if (!AwaitsModeration)
        {
            throw new InvalidOperationException("Decided already.");
        }

        Statement = Cut.Apply(Statement, cuts);
    }

    public void Restore(WordsField field, string words, Actor by, DateTime now)
    {
        if (!IsPublished)
        {
            throw new InvalidOperationException("Only what is published.");
        }

        Statement = words;
        Record(new FindingWordsRestored(by, now));
    }

    public void Publish(Actor by, DateTime now)
    {
        if (IsPublished)
        {
            throw new InvalidOperationException("Published already.");
        }

        IsPublished = true;
        Record(new FindingPublished(by, now));
    }

    /// <summary>The facilitator sees why.</summary>
    public void DoNotPublish(string reasonKey, string sentence, Actor by, DateTime now)
    {
        if (IsPublished)
        {
            throw new InvalidOperationException("Published already.");
        }

        (ReasonKey, Sentence) = (reasonKey, sentence);
        Record(new FindingNotPublished(by, now, reasonKey));
    }

    /// <summary>Written anew after a moderator's reason; it waits to be checked again.</summary>
    public void Correct(string statement, Actor by, DateTime now)
    {
        if (FocusGroupRules.RefuseToCorrect(this) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        (Statement, ReasonKey, Sentence) = (statement, null, null);
        Record(new FindingCorrected(by, now));
    }

    public void LinkTo(Guid consultationId, Actor by, DateTime now)
    {
        ConsultationId = consultationId;
        Record(new FindingLinked(by, now, consultationId));
    }
}

public sealed record FocusGroupRecorded(Actor By, DateTime At, int Children) : Change(By, At);

public sealed record FindingPublished(Actor By, DateTime At) : Change(By, At);

public sealed record FindingNotPublished(Actor By, DateTime At, string ReasonKey) : Change(By, At);

public sealed record FindingWordsRestored(Actor By, DateTime At) : Change(By, At);

public sealed record FindingCorrected(Actor By, DateTime At) : Change(By, At);

public sealed record FindingLinked(Actor By, DateTime At, Guid ConsultationId) : Change(By, At);
