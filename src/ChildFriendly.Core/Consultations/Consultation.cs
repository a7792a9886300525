using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Consultations;

public enum ConsultationStage
{
    Draft,
    Announced,
    Open,
    Closed,
    Counted,
    Decided,
    FollowedUp,
}

/// <summary>A question put to the children of a locality, with who decides named before it opens, and the decision that must follow.</summary>
public sealed class Consultation : Entity, INumbered
{
    public const int TitleMaxLength = 120;
    public const int AboutMaxLength = 4000;
    public const int DecisionMakerMaxLength = 120;
    public const int CanChangeMaxLength = 400;
    public const int HeardMaxLength = 2000;

    private readonly List<Question> questions = [];

    public Guid LocalityId { get; private init; }

    public int Number { get; private init; }

    public string Title { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string About { get; private set; } = "";

    public string DecisionMaker { get; private set; } = "";

    /// <summary>What the vote can change, and what it cannot.</summary>
    public string CanChange { get; private set; } = "";

    public DateTime OpensAt { get; private set; }

    public DateTime ClosesAt { get; private set; }

    public ConsultationStage Stage { get; private set; }

    public DateTime? AnnouncedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>SHA-256 of the tie secret, published when announced.</summary>
    public string TieCommitment { get; private set; } = "";

    /// <summary>Published only after closing.</summary>
    public string TieSecret { get; private set; } = "";

    public string? MerkleRoot { get; private set; }

    /// <summary>Votes by card; null before closing.</summary>
    public int? BallotCount { get; private set; }

    /// <summary>Votes on paper that are counted.</summary>
    public int PaperCount { get; private set; }

    /// <summary>How many children voted, by card or on paper.</summary>
    public int Voted => (BallotCount ?? 0) + PaperCount;

    /// <summary>"You said": what the children said, in the decision maker's summary.</summary>
    public string? Heard { get; private set; }

    public IReadOnlyList<Question> Questions => questions;

    /// <summary>Empty before closing. Children who ended their participation before are in no band.</summary>
    public List<Turnout> Turnout { get; } = [];

    public string? TieSeed => MerkleRoot is null ? null : TieLot.SeedOf(TieSecret, MerkleRoot);

    internal override Enum? AuditedStage => Stage;

    public static Consultation Plan(
        Guid localityId, int number, string title, string about, string decisionMaker, string canChange, DateTime opensAt, DateTime closesAt, Guid? id = null)
    {
        return new Consultation
        {
            Id = id ?? Guid.CreateVersion7(),
            LocalityId = localityId,
            Number = number,
            Title = title,
            About = about,
            DecisionMaker = decisionMaker,
            CanChange = canChange,
            OpensAt = opensAt,
            ClosesAt = closesAt,
            Stage = ConsultationStage.Draft,
        };
    }

    public Question Ask(QuestionPlan plan)
    {
        Require(ConsultationStage.Draft);
        var question = Question.Of(this, questions.Count + 1, plan);
        questions.Add(question);
        return question;
    }

    /// <summary>Takes a question out of a draft; those after it move up.</summary>
    public void Withdraw(Question question)
    {
        Require(ConsultationStage.Draft);
        questions.Remove(question);
        foreach (var (left, i) in questions.OrderBy(q => q.Position).Select((q, i) => (q, i)))
        {
            left.MoveTo(i + 1);
        }
    }

    /// <summary>A draft that will not be a vote; the caller removes it.</summary>
    public void Discard(Actor by, DateTime now)
    {
        Require(ConsultationStage.Draft);
        Record(new ConsultationDiscarded(by, now));
    }

    /// <summary>The questions a child is asked, in order.</summary>
    public IReadOnlyList<Question> QuestionsFor(AgeBand band) => [.. questions.Where(q => q.Audience.HasFlag(band.Bands())).OrderBy(q => q.Position)];

    /// <summary>Those of them that are answered by a ballot.</summary>
    public IReadOnlyList<Question> BallotQuestionsFor(AgeBand band) => [.. QuestionsFor(band).Where(q => !q.IsOpen)];

    public void Announce(Actor by, DateTime now)
    {
        if (ConsultationRules.RefuseToAnnounce(this, now) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        TieSecret = TieLot.NewSecret();
        TieCommitment = TieLot.CommitmentTo(TieSecret);
        Stage = ConsultationStage.Announced;
        AnnouncedAt = now;
        Record(new ConsultationAnnounced(by, now));
    }

    public void Open(DateTime now)
    {
        Require(ConsultationStage.Announced);
        Stage = ConsultationStage.Open;
        Record(new ConsultationOpened(Actor.Program, now));
    }

    /// <param name="turnout">How many children of each age band voted.</param>
    public void Close(int ballotCount, IEnumerable<(AgeBand Band, int Children)> turnout, string merkleRoot, DateTime now)
    {
        Require(ConsultationStage.Open);
        Turnout.AddRange(turnout.Select(t => new Turnout { ConsultationId = Id, AgeBand = t.Band, Children = t.Children }));
        BallotCount = ballotCount;
        MerkleRoot = merkleRoot;
        ClosedAt = now;
        Stage = ConsultationStage.Closed;
        Record(new ConsultationClosed(Actor.Program, now, ballotCount));
    }

    /// <summary>Votes on paper, before the count. The caller closes their batches.</summary>
    public void TakePapers(IEnumerable<(AgeBand Band, int Papers)> batches)
    {
        Require(ConsultationStage.Closed);
        foreach (var (band, papers) in batches)
        {
            PaperCount += papers;
            if (Turnout.Find(t => t.AgeBand == band) is not { } turnout)
            {
                Turnout.Add(turnout = new Turnout { ConsultationId = Id, AgeBand = band });
            }

            turnout.Children += papers;
        }
    }

    /// <summary>The caller has given every question its result.</summary>
    public void FinishCount(DateTime now)
    {
        Require(ConsultationStage.Closed);
        if (questions.Exists(q => q.Options.Any(o => o.Votes is null)))
        {
            throw new InvalidOperationException("Every option needs its count.");
        }

        Stage = ConsultationStage.Counted;
        Record(new ConsultationCounted(Actor.Program, now));
    }

    /// <summary>The caller has decided every option with a reason; it goes on to the initiatives that were on the ballot.</summary>
    public void Decide(string heard, IReadOnlyCollection<Initiative> initiatives, Actor by, DateTime now)
    {
        if (ConsultationRules.RefuseToDecide(this) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        if (questions.Exists(q => q.Options.Any(o => o.Decision is null)))
        {
            throw new InvalidOperationException("Every option needs a decision with a reason.");
        }

        foreach (var option in questions.SelectMany(q => q.Options))
        {
            var initiative = initiatives.SingleOrDefault(i => i.Id == option.InitiativeId);
            if (initiative?.Stage is InitiativeStage.Selected or InitiativeStage.NotSelected)
            {
                initiative!.TakeDecision(option.Decision!.Value, option.DecisionText!, DecisionMaker, by, now);
            }
        }

        Heard = heard;
        DecidedAt = now;
        Stage = ConsultationStage.Decided;
        Record(new ConsultationDecided(by, now));
    }

    /// <summary>The words of an idea that was taken down go from the options too; votes and decision stay.</summary>
    public void ForgetIdea(Guid initiativeId, Actor by, DateTime now)
    {
        foreach (var option in questions.SelectMany(q => q.Options).Where(o => o.InitiativeId == initiativeId))
        {
            option.Forget();
            Record(new OptionForgotten(by, now, option.Id));
        }
    }

    private void Require(ConsultationStage stage)
    {
        if (Stage != stage)
        {
            throw new InvalidOperationException($"Not possible in stage {Stage}.");
        }
    }
}

/// <summary>How many children of an age band voted.</summary>
public sealed class Turnout
{
    public Guid ConsultationId { get; init; }

    public AgeBand AgeBand { get; init; }

    public int Children { get; internal set; }
}

public sealed record ConsultationAnnounced(Actor By, DateTime At) : Change(By, At);

public sealed record ConsultationDiscarded(Actor By, DateTime At) : Change(By, At);

public sealed record ConsultationOpened(Actor By, DateTime At) : Change(By, At);

public sealed record ConsultationClosed(Actor By, DateTime At, int Ballots) : Change(By, At);

public sealed record ConsultationCounted(Actor By, DateTime At) : Change(By, At);

public sealed record ConsultationDecided(Actor By, DateTime At) : Change(By, At);

public sealed record OptionForgotten(Actor By, DateTime At, Guid OptionId) : Change(By, At);
