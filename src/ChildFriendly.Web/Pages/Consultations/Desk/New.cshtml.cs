using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Desk;

/// <summary>Plan a vote among accepted initiatives, look at it once more, announce it.</summary>
public sealed class NewModel : SitePage
{
    private const int UsualDays = 14;

    /// <summary>How children can vote, with how it is counted.</summary>
    public static readonly IReadOnlyList<(BallotKind Kind, CountingRule Rule)> Ways = [.. Enum.GetValues<BallotKind>().SelectMany(k => CountingRules.For(k).Select(r => (k, r)))];

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>The vote as it would be announced; shown before it is.</summary>
    public Consultation? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        var local = RomanianTime.ToLocal(Now);
        Input.OpensAt = local.Date.AddDays(1).AddHours(8);
        Input.ClosesAt = local.Date.AddDays(1 + UsualDays).AddHours(20);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool change)
    {
        await LoadAsync();
        if (change)
        {
            ModelState.Clear();
            return Page();
        }

        if (Input.Initiatives.Count < ConsultationRules.MinOptions)
        {
            ModelState.TryAddModelError("Input.Initiatives", ErrorKeys.Of(ConsultationRules.TooFewOptions));
        }

        foreach (var number in Input.Costs.Where(c => !new LeiAttribute().IsValid(c.Value ?? "")).Select(c => c.Key))
        {
            ModelState.TryAddModelError($"Input.Costs[{number}]", "desk.consultations.new.budget.invalid");
        }

        if (!Ways.Any(w => NameOf(w) == Input.Way))
        {
            ModelState.TryAddModelError("Input.Way", ErrorKeys.Required);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Input.IsChecked && await Db.Consultations.IgnoreAutoIncludes().InLocality(Here.Id).AnyAsync(c => c.Id == Input.FormId))
        {
            // Pressed twice: it is announced already.
            return Tell($"{Desk}/consultations", "announced");
        }

        var numbers = Input.Initiatives.Select(n => int.TryParse(n, CultureInfo.InvariantCulture, out var number) ? number : 0).Distinct().ToList();
        var chosen = await Ready().Where(i => numbers.Contains(i.Number)).OrderBy(i => i.Number).ToListAsync();
        if (chosen.Count < numbers.Count)
        {
            Input.IsChecked = false;
            ModelState.Clear();
            return Refuse(ConsultationRules.NotADraft, "Input.Initiatives");
        }

        var vote = Consultation.Plan(
            Here.Id, await Db.NextNumberAsync<Consultation>(Here.Id), Input.Name, Input.About, Input.DecisionMaker, Input.CanChange,
            RomanianTime.FromLocal(Input.OpensAt!.Value), RomanianTime.FromLocal(Input.ClosesAt!.Value), Input.FormId);
        var (kind, rule) = Ways.Single(w => NameOf(w) == Input.Way);
        var isBudget = kind == BallotKind.Budget;
        var question = vote.Ask(
            Input.Name, kind, rule, rule == CountingRule.InstantRunoff ? 1 : isBudget ? 0 : Input.Winners!.Value,
            kind is BallotKind.Score or BallotKind.Points ? chosen.Count : kind == BallotKind.SingleChoice ? 1 : isBudget ? chosen.Count : Input.MaxChoices!.Value,
            kind == BallotKind.Points ? Input.Points : null, isBudget ? LeiAttribute.BaniOf(Input.Budget) : null);
        foreach (var initiative in chosen)
        {
            var cost = isBudget ? LeiAttribute.BaniOf(Input.Costs.GetValueOrDefault(initiative.Number.ToString(CultureInfo.InvariantCulture))) : null;
            question.Offer(initiative.Title, initiative.Text, initiative.Id, initiative.Language, cost ?? 0);
        }

        if (ConsultationRules.RefuseToAnnounce(vote, Now) is { } refusal)
        {
            return Refuse(refusal, FieldOf(refusal));
        }

        if (!Input.IsChecked)
        {
            Preview = vote;
            return Page();
        }

        vote.Announce(As(Role.CouncilStaff), Now);
        foreach (var initiative in chosen)
        {
            initiative.PutOnBallot(vote.Id, As(Role.CouncilStaff), Now);
        }

        Db.Add(vote);
        if (await Db.SaveOnceAsync(vote))
        {
            return Tell($"{Desk}/consultations", "announced");
        }

        await LoadAsync();
        return Refuse(ConsultationRules.NotADraft, "Input.Initiatives");
    }

    public static string NameOf((BallotKind Kind, CountingRule Rule) way) => $"{way.Kind}.{way.Rule}";

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        _ when refusal == ConsultationRules.PointsMissing => "Input.Points",
        _ when refusal == ConsultationRules.BudgetMissing || refusal == ConsultationRules.CostMissing => "Input.Budget",
        _ when refusal == ConsultationRules.TooFewOptions => "Input.Initiatives",
        _ when refusal == ConsultationRules.WinnersOutOfRange => "Input.Winners",
        _ when refusal == ConsultationRules.ChoicesOutOfRange => "Input.MaxChoices",
        _ when refusal == ConsultationRules.DecisionMakerMissing => "Input.DecisionMaker",
        _ when refusal == ConsultationRules.OpensInThePast || refusal == ConsultationRules.OpensTooLate => "Input.OpensAt",
        _ => "Input.ClosesAt",
    };

    private IQueryable<Initiative> Ready() => Db.Initiatives.InLocality(Here.Id)
        .Where(i => i.Stage == InitiativeStage.Accepted || i.Stage == InitiativeStage.PartlyAccepted);

    private async Task LoadAsync()
    {
        var ready = await Ready().IgnoreAutoIncludes().OrderBy(i => i.Number).Select(i => new { i.Number, i.Title, i.Place, i.Language }).ToListAsync();
        Choices = ready.ConvertAll(i => new Choice(i.Number.ToString(CultureInfo.InvariantCulture), i.Title, i.Place, Lang: i.Language));
    }

    public sealed class InputModel
    {
        /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = Guid.CreateVersion7();

        [Required, StringLength(Consultation.TitleMaxLength)]
        public string Name { get; set; } = "";

        [Required, StringLength(Consultation.AboutMaxLength), DataType(DataType.MultilineText)]
        public string About { get; set; } = "";

        [Required, StringLength(Consultation.DecisionMakerMaxLength)]
        public string DecisionMaker { get; set; } = "";

        [Required, StringLength(Consultation.CanChangeMaxLength), DataType(DataType.MultilineText)]
        public string CanChange { get; set; } = "";

        public List<string> Initiatives { get; set; } = [];

        [Required]
        public string Way { get; set; } = NameOf(Ways[0]);

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
        public int? MaxChoices { get; set; } = 2;

        [Required]
        public DateTime? OpensAt { get; set; }

        [Required]
        public DateTime? ClosesAt { get; set; }

        public bool IsChecked { get; set; }
    }
}
