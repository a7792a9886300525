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

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var numbers = Input.Initiatives.Select(n => int.TryParse(n, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        var chosen = await Ready().Where(i => numbers.Contains(i.Number)).OrderBy(i => i.Number).ToListAsync();
        var vote = Consultation.Plan(
            Here.Id, await Db.NextNumberAsync<Consultation>(Here.Id), Input.Name, Input.About, Input.DecisionMaker, Input.CanChange,
            RomanianTime.FromLocal(Input.OpensAt!.Value), RomanianTime.FromLocal(Input.ClosesAt!.Value));
        var question = vote.AskForApproval(Input.Name, Input.Winners!.Value, Input.MaxChoices!.Value);
        foreach (var initiative in chosen)
        {
            question.Offer(initiative.Title, initiative.Text, initiative.Id);
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
        return await Db.TrySaveAsync() ? Tell($"{Desk}/consultations", "announced") : Refuse(ConsultationRules.NotADraft);
    }

    private static string FieldOf(Refusal refusal) => refusal switch
    {
        _ when refusal == ConsultationRules.TooFewOptions => "Input.Initiatives",
        _ when refusal == ConsultationRules.WinnersOutOfRange => "Input.Winners",
        _ when refusal == ConsultationRules.ChoicesOutOfRange => "Input.MaxChoices",
        _ when refusal == ConsultationRules.DecisionMakerMissing => "Input.DecisionMaker",
        _ when refusal == ConsultationRules.OpensInThePast => "Input.OpensAt",
        _ => "Input.ClosesAt",
    };

    private IQueryable<Initiative> Ready() => Db.Initiatives.InLocality(Here.Id)
        .Where(i => i.Stage == InitiativeStage.Accepted || i.Stage == InitiativeStage.PartlyAccepted);

    private async Task LoadAsync()
    {
        var ready = await Ready().IgnoreAutoIncludes().OrderBy(i => i.Number).Select(i => new { i.Number, i.Title, i.Place }).ToListAsync();
        Choices = ready.ConvertAll(i => new Choice(i.Number.ToString(CultureInfo.InvariantCulture), i.Title, i.Place, Lang: WordsTag.Written));
    }

    public sealed class InputModel
    {
        [Required, StringLength(Consultation.TitleMaxLength)]
        public string Name { get; set; } = "";

        [Required, StringLength(Consultation.AboutMaxLength)]
        public string About { get; set; } = "";

        [Required, StringLength(Consultation.DecisionMakerMaxLength)]
        public string DecisionMaker { get; set; } = "";

        [Required, StringLength(Consultation.CanChangeMaxLength)]
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
