using System.Text.Json.Nodes;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Counting.Files;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Consultations;

/// <summary>One question with its own kind of ballot.</summary>
public sealed class Question
{
    public const int TextMaxLength = 200;
    private const int BaniInLeu = 100;

    private readonly List<Option> options = [];

    internal Question(Guid consultationId, int position, BallotKind kind, string text, int winners, int maxChoices)
    {
        ConsultationId = consultationId;
        Position = position;
        Kind = kind;
        Text = text;
        Winners = winners;
        MaxChoices = maxChoices;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ConsultationId { get; private init; }

    public int Position { get; private set; }

    public BallotKind Kind { get; private init; }

    public string Text { get; private init; }

    /// <summary>How many options win.</summary>
    public int Winners { get; private init; }

    /// <summary>How many options one ballot may name, at most.</summary>
    public int MaxChoices { get; private init; }

    /// <summary>How many options a ballot has to name, at least.</summary>
    public int MinChoices { get; private init; } = 1;

    /// <summary>The children who are asked.</summary>
    public AgeBands Audience { get; private init; } = AgeBands.All;

    /// <summary>Says nothing where the question is open.</summary>
    public CountingRule Rule { get; private init; }

    /// <summary>How many points a ballot gives away; null where it gives none.</summary>
    public int? Points { get; private init; }

    /// <summary>What there is to spend; null where nothing is bought.</summary>
    public long? BudgetBani { get; private init; }

    /// <summary>How many ballots it takes for anything to win; null where any number will do.</summary>
    public int? Quorum { get; private init; }

    /// <summary>How many per cent of the ballots an option needs to win; null where none are asked for.</summary>
    public int? Threshold { get; private init; }

    /// <summary>After the count: there were too few ballots for anything to win.</summary>
    public bool MissesQuorum => Cast < Quorum;

    /// <summary>How many ballots answered it; null before the count.</summary>
    public int? Cast { get; private set; }

    /// <summary>
    /// All ballots may be the same (never missed, sometimes thought without being so): then whoever is known to have voted is known to have voted so,
    /// and nothing is broken down.
    /// </summary>
    public bool MayBeUnanimous => Cast > 0 && !IsOpen && options.TrueForAll(o => o.Votes % Cast == 0);

    /// <summary>The count with its steps (<see cref="CountReport"/>); null before it.</summary>
    public string? Outcome { get; private set; }

    /// <summary>It is answered in words, apart from the ballots, and nothing is counted.</summary>
    public bool IsOpen => Kind == BallotKind.OpenAnswer;

    /// <summary>Each ballot spends the money itself and may not spend more than there is.</summary>
    public bool IsCapped => Rule == CountingRule.GreedyBudget;

    public IReadOnlyList<Option> Options => options;

    /// <summary>Places of the winners in the order of options.</summary>
    public IReadOnlyCollection<int> SelectedPlaces => options.OrderBy(o => o.Position).Select((o, i) => (o, i)).Where(x => x.o.IsSelected == true).Select(x => x.i).ToList();

    internal static Question Of(Consultation consultation, int position, QuestionPlan plan) =>
        new(consultation.Id, position, plan.Kind, plan.Text, plan.Winners, plan.MaxChoices)
        {
            Rule = plan.Rule,
            MinChoices = plan.MinChoices,
            Audience = plan.Audience,
            Points = plan.Points,
            BudgetBani = plan.BudgetBani,
            Quorum = plan.Quorum,
            Threshold = plan.Threshold,
        };

    internal void MoveTo(int position) => Position = position;

    /// <param name="picture">Of our own set.</param>
    public Option Offer(string title, string text, Guid? initiativeId, string language = Initiative.DefaultLanguage, long costBani = 0, string? picture = null)
    {
        var option = new Option(Id, options.Count + 1, title, text, initiativeId, language, costBani) { Picture = picture };
        options.Add(option);
        return option;
    }

    /// <summary>The ballots as the counting room takes them.</summary>
    public Election Elect(IEnumerable<BallotAnswer> ballots)
    {
        var offered = options.OrderBy(o => o.Position).Select(o => new ElectionOption(o.BallotId, o.CostBani)).ToList();
        var places = offered.Select((o, i) => (o.Id, i)).ToDictionary(o => o.Id, o => o.i, StringComparer.Ordinal);
        return new Election(Kind, offered, ballots.Select(b => b.AsGroup(places)), Winners, BudgetBani ?? 0) { Quorum = Quorum ?? 0, Threshold = Threshold ?? 0 };
    }

    /// <summary>
    /// Counts by the rule that was announced. Equal shares take the cost as utility, raise every share by its hundredth at a time, at least
    /// by one leu, and fund the rest by votes.
    /// </summary>
    public CountOutcome Count(Election election, TieLot lot) =>
        CountingRules.Count(election, Rule, TieOrder.ByLot(election, lot), Utility.Cost, Completion.Add1Utilitarian, StepOf(election));

    /// <summary>Whatever anybody needs to count these ballots again.</summary>
    public PublishedCount Publish(Election election, string seed) => new(Rule, seed, Utility.Cost, Completion.Add1Utilitarian, StepOf(election)) { Question = Position, Result = Outcome is null ? null : JsonNode.Parse(Outcome) };

    private static long StepOf(Election election) => Math.Max(BaniInLeu, election.Budget / Math.Max(1, election.Cast) / 100);

    public void TakeResult(Election election, CountOutcome outcome)
    {
        Cast = (int)election.Cast;
        Outcome = CountReport.ToJson(election, outcome).ToJsonString();
        var figures = (outcome.Steps.Count > 0 ? outcome.Steps[0] : null) switch
        {
            TotalsStep totals => totals.Values,
            ScoresStep scores => scores.Sums,
            RoundStep round => [.. round.Votes.Select(v => v ?? 0)],
            _ => Totals.Approvals(election),
        };
        foreach (var (option, i) in options.OrderBy(o => o.Position).Select((o, i) => (o, i)))
        {
            option.TakeResult((int)figures[i], outcome.Selected.Contains(i), outcome.Ties.Any(t => t.Contains(i)));
        }
    }
}

/// <summary>Something one can vote for; usually an initiative.</summary>
public sealed class Option
{
    public const int TitleMaxLength = 120;
    public const int TextMaxLength = 2000;
    public const int DecisionTextMaxLength = 600;
    public const int PictureMaxLength = 20;

    internal Option(Guid questionId, int position, string title, string text, Guid? initiativeId, string language, long costBani)
    {
        CostBani = costBani;
        QuestionId = questionId;
        Position = position;
        Title = title;
        Text = text;
        InitiativeId = initiativeId;
        Language = language;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid QuestionId { get; private init; }

    public int Position { get; private init; }

    /// <summary>Empty once the child whose idea it was has had it taken down.</summary>
    public string Title { get; private set; }

    public string Text { get; private set; }

    /// <summary>Of title and text.</summary>
    public string Language { get; private init; }

    internal void Forget() => (Title, Text) = ("", "");

    public Guid? InitiativeId { get; private init; }

    /// <summary>Of our own set; null where nobody chose one.</summary>
    public string? Picture { get; internal init; }

    /// <summary>In bani; 0 where nothing is bought.</summary>
    public long CostBani { get; private init; }

    /// <summary>After the count: ballots that name it, those with it first, its points, or the sum of its faces.</summary>
    public int? Votes { get; private set; }

    public bool? IsSelected { get; private set; }

    /// <summary>Tied with others, so that the lot decided.</summary>
    public bool ByLot { get; private set; }

    public Decision? Decision { get; private set; }

    public string? DecisionText { get; private set; }

    /// <summary>How ballots and the tie lot name this option.</summary>
    public string BallotId => Position.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public void Decide(Decision decision, string reason)
    {
        Decision = decision;
        DecisionText = reason;
    }

    internal void TakeResult(int votes, bool isSelected, bool byLot) => (Votes, IsSelected, ByLot) = (votes, isSelected, byLot);
}
