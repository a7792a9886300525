using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Consultations;

public enum PaperBatchStage
{
    Entering,

    /// <summary>Entered twice; what differs waits for a third look.</summary>
    Compared,
    Resolved,
    Counted,

    /// <summary>Not resolved in time, and so not counted.</summary>
    Missed,
}

/// <summary>Ballots on paper of one place and age band: handed out, counted by hand when they come back, entered by two people, compared.</summary>
public sealed class PaperBatch : Entity, ILocal
{
    public const int PlaceMaxLength = 120;

    private readonly List<PaperAnswer> answers = [];

    public Guid LocalityId { get; private init; }

    public Guid ConsultationId { get; private init; }

    /// <summary>Counted within the vote.</summary>
    public int Number { get; private init; }

    /// <summary>The organisation by name; never a class or a person.</summary>
    public string Place { get; private init; } = "";

    public AgeBand AgeBand { get; private init; }

    public int HandedOut { get; private set; }

    /// <summary>Null until they were counted.</summary>
    public int? Returned { get; private set; }

    public int Blank { get; private set; }

    public int Spoilt { get; private set; }

    public Guid? FirstById { get; private set; }

    public Guid? SecondById { get; private set; }

    public PaperBatchStage Stage { get; private set; }

    /// <summary>Empty again after the count.</summary>
    public IReadOnlyList<PaperAnswer> Answers => answers;

    /// <summary>How many papers there are to enter: what came back, but for the blank and the spoilt ones.</summary>
    public int Papers => (Returned ?? 0) - Blank - Spoilt;

    /// <summary>In the order in which they are looked at a third time.</summary>
    public IEnumerable<PaperAnswer> Differing => answers.Where(a => a.Agreed is null).OrderBy(a => a.Paper);

    internal override Enum? AuditedStage => Stage;

    public static PaperBatch HandOut(Consultation consultation, int number, string place, AgeBand band, int papers, Actor by, DateTime now, Guid? id = null)
    {
        var batch = new PaperBatch
        {
            Id = id ?? Guid.CreateVersion7(),
            LocalityId = consultation.LocalityId,
            ConsultationId = consultation.Id,
            Number = number,
            Place = place,
            AgeBand = band,
            HandedOut = papers,
        };
        batch.Record(new PapersHandedOut(by, now, papers));
        return batch;
    }

    /// <summary>The papers that came back, counted by hand.</summary>
    /// <param name="hasBallots">Something on them is entered to be counted.</param>
    public void TakeBack(int handedOut, int returned, int blank, int spoilt, Actor by, DateTime now, bool hasBallots = true)
    {
        Require(PaperBatchStage.Entering);
        if (FirstById is not null || PaperRules.RefuseTotals(handedOut, returned, blank, spoilt, questions: 1) is not null)
        {
            throw new InvalidOperationException("Totals add up, and are there before anything is entered.");
        }

        (HandedOut, Returned, Blank, Spoilt) = (handedOut, returned, blank, spoilt);
        Stage = Papers == 0 || !hasBallots ? PaperBatchStage.Resolved : PaperBatchStage.Entering;
        Record(new PapersTakenBack(by, now, returned, blank, spoilt));
    }

    /// <summary>Enters all papers, the first time or the second; then both are compared.</summary>
    /// <param name="typed">Each paper's answer to each question as <see cref="BallotAnswer.Write"/> has it; empty where it has none.</param>
    public void Enter(IReadOnlyCollection<(int Paper, Guid QuestionId, string Choices)> typed, Actor by, DateTime now)
    {
        Require(PaperBatchStage.Entering);
        if (Returned is null || by.StaffId is null || by.StaffId == FirstById || typed.Select(t => t.Paper).Distinct().Count() != Papers)
        {
            throw new InvalidOperationException("Two different people enter as many papers as were counted.");
        }

        if (FirstById is null)
        {
            FirstById = by.StaffId;
            answers.AddRange(typed.Select(t => new PaperAnswer(Id, t.Paper, t.QuestionId, t.Choices)));
            Record(new PapersEntered(by, now));
            return;
        }

        SecondById = by.StaffId;
        var second = typed.ToDictionary(t => (t.Paper, t.QuestionId), t => t.Choices);
        foreach (var answer in answers)
        {
            answer.Compare(second[(answer.Paper, answer.QuestionId)]);
        }

        Stage = Differing.Any() ? PaperBatchStage.Compared : PaperBatchStage.Resolved;
        Record(new PapersCompared(by, now, Differing.Count()));
    }

    /// <summary>This person has entered exactly this: the form came twice.</summary>
    public bool IsEnteredSo(IReadOnlyCollection<(int Paper, Guid QuestionId, string Choices)> typed, Guid staffId) =>
        (staffId == FirstById || staffId == SecondById) && typed.Count == answers.Count && typed.All(t => answers.Exists(a =>
            a.Paper == t.Paper && a.QuestionId == t.QuestionId && (staffId == FirstById ? a.First : a.Second) == t.Choices));

    /// <param name="agreed">What each differing answer says after a third look.</param>
    public void Resolve(IReadOnlyDictionary<PaperAnswer, string> agreed, Actor by, DateTime now)
    {
        Require(PaperBatchStage.Compared);
        foreach (var answer in Differing.ToList())
        {
            answer.Agree(agreed[answer]);
            Record(new PaperAnswerResolved(by, now, answer.Paper, answer.QuestionId));
        }

        Stage = PaperBatchStage.Resolved;
    }

    /// <summary>Forgets what was entered, so that totals can be corrected and two people enter again.</summary>
    public void BeginAnew(Actor by, DateTime now)
    {
        if (Stage is PaperBatchStage.Counted or PaperBatchStage.Missed)
        {
            throw new InvalidOperationException($"Not possible in stage {Stage}.");
        }

        answers.Clear();
        (FirstById, SecondById, Stage) = (null, null, PaperBatchStage.Entering);
        Record(new PapersBegunAnew(by, now));
    }

    /// <summary>The vote is being counted. The caller has made ballots of what was agreed on.</summary>
    public void Close(DateTime now)
    {
        answers.Clear();
        if (Stage == PaperBatchStage.Resolved)
        {
            Stage = PaperBatchStage.Counted;
            Record(new PapersCounted(Actor.Program, now, Papers));
        }
        else
        {
            Stage = PaperBatchStage.Missed;
            Record(new PapersMissed(Actor.Program, now));
        }
    }

    private void Require(PaperBatchStage stage)
    {
        if (Stage != stage)
        {
            throw new InvalidOperationException($"Not possible in stage {Stage}.");
        }
    }
}

/// <summary>What one paper says to one question, as two people read it. Deleted when the vote is counted.</summary>
public sealed class PaperAnswer
{
    internal PaperAnswer(Guid batchId, int paper, Guid questionId, string first) => (BatchId, Paper, QuestionId, First) = (batchId, paper, questionId, first);

    public Guid BatchId { get; private init; }

    /// <summary>Its place in the stack.</summary>
    public int Paper { get; private init; }

    public Guid QuestionId { get; private init; }

    /// <summary>Empty where the paper leaves the question out; see <see cref="BallotAnswer.Write"/>.</summary>
    public string First { get; private init; }

    public string? Second { get; private set; }

    /// <summary>What is counted; null while both differ.</summary>
    public string? Agreed { get; private set; }

    internal void Compare(string second) => (Second, Agreed) = (second, second == First ? second : null);

    internal void Agree(string choices) => Agreed = choices;
}

public sealed record PapersHandedOut(Actor By, DateTime At, int Papers) : Change(By, At);

public sealed record PapersTakenBack(Actor By, DateTime At, int Papers, int Blank, int Spoilt) : Change(By, At);

public sealed record PapersEntered(Actor By, DateTime At) : Change(By, At);

public sealed record PapersCompared(Actor By, DateTime At, int Differences) : Change(By, At);

public sealed record PaperAnswerResolved(Actor By, DateTime At, int Paper, Guid QuestionId) : Change(By, At);

public sealed record PapersBegunAnew(Actor By, DateTime At) : Change(By, At);

public sealed record PapersCounted(Actor By, DateTime At, int Papers) : Change(By, At);

public sealed record PapersMissed(Actor By, DateTime At) : Change(By, At);
