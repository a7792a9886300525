using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Desk;

/// <summary>A question as it is typed: who is asked, how, and among what.</summary>
public class QuestionInput
{
    /// <summary>Options that are nobody's idea.</summary>
    public const int OwnOptions = 6;

    [StringLength(Question.TextMaxLength)]
    public string? Text { get; set; }

    public List<string> Audience { get; set; } = [.. Enum.GetNames<AgeBand>()];

    public List<string> Initiatives { get; set; } = [];

    public List<OwnOption> Own { get; set; } = [.. Enumerable.Range(0, OwnOptions).Select(_ => new OwnOption())];

    /// <summary>Of each idea, by its number.</summary>
    public Dictionary<string, string?> Pictures { get; set; } = [];

    [Required]
    public string Way { get; set; } = QuestionForm.NameOf(QuestionForm.Ways[0]);

    [Range(1, ConsultationRules.MostPoints)]
    public int? Points { get; set; } = 10;

    /// <summary>In lei, as typed.</summary>
    [Lei(ErrorMessage = "desk.consultations.new.budget.invalid")]
    public string? Budget { get; set; }

    /// <summary>What each chosen idea costs, in lei as typed, by its number.</summary>
    public Dictionary<string, string?> Costs { get; set; } = [];

    [Required, Range(1, 50)]
    public int? Winners { get; set; } = 1;

    [Required, Range(1, 50)]
    public int? MinChoices { get; set; } = 1;

    [Required, Range(1, 50)]
    public int? MaxChoices { get; set; } = 2;

    [Range(1, ConsultationRules.MostQuorum)]
    public int? Quorum { get; set; }

    /// <summary>Per cent.</summary>
    [Range(1, 100)]
    public int? Threshold { get; set; }
}

public sealed class OwnOption
{
    [StringLength(Option.TitleMaxLength)]
    public string? Title { get; set; }

    /// <summary>What there is to know about it.</summary>
    [StringLength(TextMaxLength)]
    public string? Text { get; set; }

    [Lei(ErrorMessage = "desk.consultations.new.budget.invalid")]
    public string? Cost { get; set; }

    public string? Picture { get; set; }

    /// <summary>Short: it stands on the ballot.</summary>
    public const int TextMaxLength = 300;
}

/// <summary>The part of a form that asks one question, with the ideas it can be asked among.</summary>
public sealed class QuestionForm(QuestionInput input, IReadOnlyList<Choice> ideas)
{
    /// <summary>How children can vote, with how it is counted.</summary>
    public static readonly IReadOnlyList<(BallotKind Kind, CountingRule Rule)> Ways =
        [.. Enum.GetValues<BallotKind>().SelectMany(k => CountingRules.For(k).DefaultIfEmpty().Select(r => (k, r)))];

    public QuestionInput Input { get; } = input;

    /// <summary>Accepted, and in no vote yet.</summary>
    public IReadOnlyList<Choice> Ideas { get; } = ideas;

    public static string NameOf((BallotKind Kind, CountingRule Rule) way) => way.Kind == BallotKind.OpenAnswer ? nameof(BallotKind.OpenAnswer) : $"{way.Kind}.{way.Rule}";

    public static string NameOf(Question question) => NameOf((question.Kind, question.Rule));

    public static IQueryable<Initiative> Ready(ChildFriendlyDb db, Guid localityId) => db.Initiatives.InLocality(localityId)
        .Where(i => i.Stage == InitiativeStage.Accepted || i.Stage == InitiativeStage.PartlyAccepted);

    public static async Task<QuestionForm> LoadAsync(ChildFriendlyDb db, Guid localityId, QuestionInput input)
    {
        while (input.Own.Count < QuestionInput.OwnOptions)
        {
            input.Own.Add(new OwnOption());
        }

        var ready = await Ready(db, localityId).IgnoreAutoIncludes().OrderBy(i => i.Number).Select(i => new { i.Number, i.Title, i.Place, i.Language }).ToListAsync();
        return new QuestionForm(input, ready.ConvertAll(i => new Choice(i.Number.ToString(CultureInfo.InvariantCulture), i.Title, i.Place, Lang: i.Language)));
    }

    public void Check(ModelStateDictionary state)
    {
        var isOpen = Input.Way == nameof(BallotKind.OpenAnswer);
        if (!isOpen && Input.Initiatives.Count + Input.Own.Count(o => !string.IsNullOrWhiteSpace(o.Title)) < ConsultationRules.MinOptions)
        {
            state.TryAddModelError("Input.Initiatives", ErrorKeys.Of(ConsultationRules.TooFewOptions));
        }

        foreach (var number in Input.Costs.Where(c => !new LeiAttribute().IsValid(c.Value ?? "")).Select(c => c.Key))
        {
            state.TryAddModelError($"Input.Costs[{number}]", "desk.consultations.new.budget.invalid");
        }

        if (!Ways.Any(w => NameOf(w) == Input.Way))
        {
            state.TryAddModelError("Input.Way", ErrorKeys.Required);
        }
    }

    /// <summary>Puts the question to a draft; null where an idea that was chosen cannot be voted on any more.</summary>
    public async Task<Question?> AskAsync(ChildFriendlyDb db, Consultation vote)
    {
        var numbers = Input.Initiatives.Select(n => int.TryParse(n, CultureInfo.InvariantCulture, out var number) ? number : 0).Distinct().ToList();
        var chosen = await Ready(db, vote.LocalityId).AsNoTracking().Where(i => numbers.Contains(i.Number)).OrderBy(i => i.Number).ToListAsync();
        if (chosen.Count < numbers.Count)
        {
            return null;
        }

        var audience = Input.Audience.Select(a => Enum.TryParse<AgeBand>(a, out var band) && Enum.IsDefined(band) ? band.Bands() : AgeBands.None).Aggregate(AgeBands.None, (a, b) => a | b);
        if (Input.Way == nameof(BallotKind.OpenAnswer))
        {
            return vote.Ask(QuestionPlan.Open(Text(vote)) with { Audience = audience });
        }

        var own = Input.Own.Where(o => !string.IsNullOrWhiteSpace(o.Title)).ToList();
        var (kind, rule) = Ways.Single(w => NameOf(w) == Input.Way);
        var isBudget = kind == BallotKind.Budget;
        var all = chosen.Count + own.Count;
        var most = kind == BallotKind.SingleChoice ? 1 : kind is BallotKind.Score or BallotKind.Points or BallotKind.Budget ? all : Input.MaxChoices!.Value;
        var question = vote.Ask(new QuestionPlan(Text(vote), kind, rule, rule == CountingRule.InstantRunoff ? 1 : isBudget ? 0 : Input.Winners!.Value, most)
        {
            MinChoices = kind == BallotKind.SingleChoice ? 1 : Input.MinChoices!.Value,
            Audience = audience,
            Points = kind == BallotKind.Points ? Input.Points : null,
            Quorum = Input.Quorum,
            Threshold = Input.Threshold,
            BudgetBani = isBudget ? LeiAttribute.BaniOf(Input.Budget) : null,
        });
        foreach (var idea in chosen)
        {
            var number = idea.Number.ToString(CultureInfo.InvariantCulture);
            question.Offer(idea.Title, idea.Text, idea.Id, idea.Language, Cost(Input.Costs.GetValueOrDefault(number)), Picture(Input.Pictures.GetValueOrDefault(number)));
        }

        foreach (var option in own)
        {
            question.Offer(option.Title!.Trim(), option.Text?.Trim() ?? "", initiativeId: null, costBani: Cost(option.Cost), picture: Picture(option.Picture));
        }

        return question;

        long Cost(string? typed) => isBudget ? LeiAttribute.BaniOf(typed) ?? 0 : 0;

        static string? Picture(string? name) => name is not null && Things.All.Contains(name, StringComparer.Ordinal) ? name : null;
    }

    public static string FieldOf(Refusal refusal) => refusal switch
    {
        _ when refusal == ConsultationRules.PointsMissing => "Input.Points",
        _ when refusal == ConsultationRules.BudgetMissing || refusal == ConsultationRules.CostMissing => "Input.Budget",
        _ when refusal == ConsultationRules.TooFewOptions => "Input.Initiatives",
        _ when refusal == ConsultationRules.WinnersOutOfRange => "Input.Winners",
        _ when refusal == ConsultationRules.ChoicesOutOfRange => "Input.MaxChoices",
        _ when refusal == ConsultationRules.QuorumOutOfRange => "Input.Quorum",
        _ when refusal == ConsultationRules.ThresholdOutOfRange => "Input.Threshold",
        _ when refusal == ConsultationRules.NobodyAsked => "Input.Audience",
        _ when refusal == ConsultationRules.DecisionMakerMissing => "Input.DecisionMaker",
        _ when refusal == ConsultationRules.OpensInThePast || refusal == ConsultationRules.OpensTooLate => "Input.OpensAt",
        _ => "Input.ClosesAt",
    };

    private string Text(Consultation vote) => string.IsNullOrWhiteSpace(Input.Text) ? vote.Title : Input.Text.Trim();
}
