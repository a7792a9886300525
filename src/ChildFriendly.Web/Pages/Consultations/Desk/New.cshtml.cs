using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ChildFriendly.Core.Consultations;
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
        var question = vote.AskForApproval(Input.Name, Input.Winners!.Value, Input.MaxChoices!.Value);
        foreach (var initiative in chosen)
        {
            question.Offer(initiative.Title, initiative.Text, initiative.Id, initiative.Language);
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

    private static string FieldOf(Refusal refusal) => refusal switch
    {
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
