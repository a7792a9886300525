using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Consultations;

public static class ConsultationRules
{
    public const int MinOptions = 2;

    /// <summary>From the saddest to the happiest.</summary>
    public const int Faces = 5;

    public const int MostPoints = 100;

    public const int MostQuorum = 100_000;

    /// <summary>Of fewer ballots only the outcome is shown, and fewer supporters are "a few": figures would tell who chose what.</summary>
    public const int FewestShown = 5;

    /// <summary>From so many ballots on they are published, so that anybody can count again.</summary>
    public const int FewestPublished = 100;

    /// <summary>One lesson is enough for a vote in a class; after a year nobody remembers the question.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(45);

    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>"From now on" stays possible while the form is being filled in and checked.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public static readonly Refusal NotADraft = new("consultations.announce.not-a-draft");
    public static readonly Refusal DecisionMakerMissing = new("consultations.announce.decision-maker-missing");
    public static readonly Refusal TooFewOptions = new("consultations.announce.too-few-options");
    public static readonly Refusal ClosesBeforeOpening = new("consultations.announce.closes-before-opening");
    public static readonly Refusal ClosesInThePast = new("consultations.announce.closes-in-the-past");
    public static readonly Refusal OpensInThePast = new("consultations.announce.opens-in-the-past");
    public static readonly Refusal OpensTooLate = new("consultations.announce.opens-too-late");
    public static readonly Refusal TooShort = new("consultations.announce.too-short");
    public static readonly Refusal TooLong = new("consultations.announce.too-long");
    public static readonly Refusal WinnersOutOfRange = new("consultations.announce.winners");
    public static readonly Refusal ChoicesOutOfRange = new("consultations.announce.choices");
    public static readonly Refusal IdeaGone = new("consultations.announce.idea-gone");
    public static readonly Refusal NobodyAsked = new("consultations.announce.nobody-asked");
    public static readonly Refusal QuorumOutOfRange = new("consultations.announce.quorum");
    public static readonly Refusal ThresholdOutOfRange = new("consultations.announce.threshold");
    public static readonly Refusal OtherLocality = new("consultations.vote.other-locality");
    public static readonly Refusal OtherAge = new("consultations.vote.other-age");
    public static readonly Refusal NotOpenYet = new("consultations.vote.not-open-yet");
    public static readonly Refusal ClosedAlready = new("consultations.vote.closed");
    public static readonly Refusal NothingChosen = new("consultations.vote.nothing-chosen");
    public static readonly Refusal TooManyChosen = new("consultations.vote.too-many");
    public static readonly Refusal TooFewChosen = new("consultations.vote.too-few");
    public static readonly Refusal TooManyPoints = new("consultations.vote.too-many-points");
    public static readonly Refusal NotANumber = new("consultations.vote.not-a-number");
    public static readonly Refusal SamePlaceTwice = new("consultations.vote.same-place-twice");
    public static readonly Refusal OverBudget = new("consultations.vote.over-budget");
    public static readonly Refusal RuleDoesNotFit = new("consultations.announce.rule-does-not-fit");
    public static readonly Refusal PointsMissing = new("consultations.announce.points-missing");
    public static readonly Refusal BudgetMissing = new("consultations.announce.budget-missing");
    public static readonly Refusal CostMissing = new("consultations.announce.cost-missing");
    public static readonly Refusal TooManyWords = new("consultations.vote.too-many-words");
    public static readonly Refusal NothingWritten = new("consultations.vote.nothing-written");
    public static readonly Refusal UnknownOption = new("consultations.vote.unknown-option");
    public static readonly Refusal NoLongerChangeable = new("consultations.vote.no-longer-changeable");

    /// <summary>The disk or the server takes nothing just now; nothing of the ballot was written.</summary>
    public static readonly Refusal NotSaved = new("consultations.vote.not-saved");
    public static readonly Refusal NotCounted = new("consultations.decide.not-counted");
    public static readonly Refusal ReasonMissing = new("consultations.decide.reason-missing");

    public static Refusal? RefuseToAnnounce(Consultation consultation, DateTime now) => consultation switch
    {
        { Stage: not ConsultationStage.Draft } => NotADraft,
        { DecisionMaker.Length: 0 } => DecisionMakerMissing,
        { Questions.Count: 0 } => TooFewOptions,
        _ when consultation.Questions.Select(RefuseQuestion).FirstOrDefault(r => r is not null) is { } refusal => refusal,
        _ when consultation.ClosesAt <= consultation.OpensAt => ClosesBeforeOpening,
        _ when consultation.ClosesAt <= now => ClosesInThePast,
        _ when consultation.OpensAt < now - Grace => OpensInThePast,
        _ when consultation.OpensAt > now + Longest => OpensTooLate,
        _ when consultation.ClosesAt - consultation.OpensAt < Shortest => TooShort,
        _ when consultation.ClosesAt - consultation.OpensAt > Longest => TooLong,
        _ => null,
    };

    /// <summary>What keeps a question from being asked.</summary>
    public static Refusal? RefuseQuestion(Question question) => question switch
    {
        { IsOpen: false, Options.Count: < MinOptions } => TooFewOptions,
        { Audience: AgeBands.None } => NobodyAsked,
        { IsOpen: true } => null,
        _ when !CountingRules.For(question.Kind).Contains(question.Rule) => RuleDoesNotFit,
        { Kind: BallotKind.Points, Points: null or < 1 or > MostPoints } => PointsMissing,
        { Kind: BallotKind.Budget, BudgetBani: null or <= 0 } => BudgetMissing,
        { Kind: BallotKind.Budget } when question.Options.Any(o => o.CostBani <= 0 || o.CostBani > question.BudgetBani) => CostMissing,
        { Quorum: < 1 or > MostQuorum } => QuorumOutOfRange,
        { Threshold: < 1 or > 100 } => ThresholdOutOfRange,
        { Threshold: not null } when !CountingRules.TakesThreshold(question.Kind) => ThresholdOutOfRange,
        _ when question.Kind == BallotKind.Budget && question.Winners < 0 => WinnersOutOfRange,
        _ when question.Kind != BallotKind.Budget && (question.Winners < 1 || question.Winners >= question.Options.Count) => WinnersOutOfRange,
        _ when question.MaxChoices < 1 || question.MaxChoices > question.Options.Count || question.MinChoices < 1 || question.MinChoices > question.MaxChoices => ChoicesOutOfRange,
        _ => null,
    };

    /// <summary>A ballot is tried out as soon as it is announced, until the vote closes.</summary>
    public static Refusal? RefuseToTry(Consultation consultation, DateTime now) =>
        consultation.Stage is ConsultationStage.Announced or ConsultationStage.Open && now < consultation.ClosesAt ? null : ClosedAlready;

    /// <summary>The hour decides, not the scheduler: a second after closing time is too late even if nobody has closed yet.</summary>
    public static Refusal? RefuseToVote(Consultation consultation, Participant child, DateTime now) => consultation switch
    {
        _ when child.LocalityId != consultation.LocalityId => OtherLocality,
        { Stage: ConsultationStage.Draft or ConsultationStage.Announced } => NotOpenYet,
        { Stage: not ConsultationStage.Open } => ClosedAlready,
        _ when now >= consultation.ClosesAt => ClosedAlready,
        _ when consultation.QuestionsFor(child.AgeBand).Count == 0 => OtherAge,
        _ => null,
    };

    /// <param name="answers">By position of the question; a question may be left out, but not all of them.</param>
    public static Refusal? RefuseBallot(Consultation consultation, AgeBand band, IReadOnlyDictionary<int, BallotAnswer> answers)
    {
        var asked = consultation.QuestionsFor(band).ToDictionary(q => q.Position);
        return answers.Keys.Any(p => !asked.ContainsKey(p)) ? OtherAge
            : answers.Count == 0 ? NothingChosen
            : answers.Select(a => RefuseBallot(asked[a.Key], a.Value)).FirstOrDefault(r => r is not null);
    }

    /// <summary>Between the closing hour and the count a vote is closed, though nobody has closed it yet.</summary>
    public static ConsultationStage StageAt(ConsultationStage stage, DateTime closesAt, DateTime now) =>
        stage == ConsultationStage.Open && now >= closesAt ? ConsultationStage.Closed : stage;

    public static Refusal? RefuseBallot(Question question, BallotAnswer answer)
    {
        var named = answer.Options.Distinct(StringComparer.Ordinal).ToList();
        return question.Kind switch
        {
            BallotKind.OpenAnswer => answer.Words.Length == 0 ? NothingWritten
                : answer.Words.Length > OpenAnswer.TextMaxLength ? TooManyWords with { Count = OpenAnswer.TextMaxLength } : null,
            _ when named.Count == 0 => NothingChosen,
            _ when named.Except(question.Options.Select(o => o.BallotId), StringComparer.Ordinal).Any() => UnknownOption,
            BallotKind.Ranking or BallotKind.Score or BallotKind.Points when answer.Values.Count != answer.Options.Count || named.Count != answer.Options.Count => UnknownOption,
            BallotKind.Ranking when answer.Values.Any(v => v < 1 || v > question.Options.Count) => UnknownOption,
            BallotKind.Ranking when answer.Values.Distinct().Count() < named.Count => SamePlaceTwice,
            BallotKind.Score when answer.Values.Any(v => v is < 1 or > Faces) => UnknownOption,
            BallotKind.Points when answer.Values.Any(v => v < 0) || answer.Values.Sum() == 0 => NothingChosen,
            BallotKind.Points when answer.Values.Sum() > question.Points => TooManyPoints with { Count = question.Points },
            BallotKind.SingleChoice when named.Count > 1 => TooManyChosen with { Count = 1 },
            BallotKind.Approval or BallotKind.Ranking or BallotKind.Budget when named.Count > question.MaxChoices => TooManyChosen with { Count = question.MaxChoices },
            _ when named.Count < question.MinChoices => TooFewChosen with { Count = question.MinChoices },
            BallotKind.Budget when question.IsCapped && question.Options.Where(o => named.Contains(o.BallotId)).Sum(o => o.CostBani) > question.BudgetBani => OverBudget,
            _ => null,
        };
    }

    public static Refusal? RefuseToDecide(Consultation consultation) => consultation.Stage is ConsultationStage.Counted ? null : NotCounted;

    /// <summary>
    /// Whether the ballots themselves may be published: enough of them, and for rankings and points, which say much about one child, no pattern
    /// that fewer than five share.
    /// </summary>
    public static bool PublishesBallots(Question question, Election election) => election.Cast >= FewestPublished
        && (question.Kind is not (BallotKind.Ranking or BallotKind.Points) || election.Ballots.All(b => b.Weight >= FewestShown));

    /// <summary>Results are shown from the count on, never while voting is open.</summary>
    public static bool ShowsResults(Consultation consultation) => consultation.Stage >= ConsultationStage.Counted;

    /// <summary>Days since closing without a published decision, for public display; null when nothing is owed.</summary>
    public static int? DaysWithoutDecision(Consultation consultation, DateOnly today) =>
        consultation is { Stage: ConsultationStage.Closed or ConsultationStage.Counted, ClosedAt: { } closedAt }
            ? today.DayNumber - RomanianTime.DateOf(closedAt).DayNumber
            : null;
}
