using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Desk;

/// <summary>Plan a vote among accepted initiatives, look at it once more, announce it.</summary>
public sealed class NewModel : SitePage
{
    private const int UsualDays = 14;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public QuestionForm Form { get; private set; } = null!;

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

    /// <param name="keep">Kept as a draft, to ask more questions.</param>
    public async Task<IActionResult> OnPostAsync(bool change, bool keep)
    {
        await LoadAsync();
        if (change)
        {
            ModelState.Clear();
            return Page();
        }

        Form.Check(ModelState);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if ((Input.IsChecked || keep) && await Db.Consultations.IgnoreAutoIncludes().InLocality(Here.Id).AnyAsync(c => c.Id == Input.FormId))
        {
            // Pressed twice: it is made already.
            return await DoneAsync();
        }

        var vote = Consultation.Plan(
            Here.Id, await Db.NextNumberAsync<Consultation>(Here.Id), Input.Name, Input.About, Input.DecisionMaker, Input.CanChange,
            RomanianTime.FromLocal(Input.OpensAt!.Value), RomanianTime.FromLocal(Input.ClosesAt!.Value), Input.FormId);
        if (await Form.AskAsync(Db, vote) is null)
        {
            return Late();
        }

        if (ConsultationRules.RefuseToAnnounce(vote, Now) is { } refusal)
        {
            return Refuse(refusal, QuestionForm.FieldOf(refusal));
        }

        if (!Input.IsChecked && !keep)
        {
            Preview = vote;
            return Page();
        }

        if (!keep && await VoteDraft.AnnounceAsync(Db, vote, As(Role.CouncilStaff), Now) is not null)
        {
            return Late();
        }

        Db.Add(vote);
        if (await Db.SaveOnceAsync(vote))
        {
            return await DoneAsync();
        }

        await LoadAsync();
        return Late();
    }

    private async Task<IActionResult> DoneAsync()
    {
        var made = await Db.Consultations.IgnoreAutoIncludes().AsNoTracking().Where(c => c.Id == Input.FormId).Select(c => new { c.Number, c.Stage }).SingleAsync();
        return made.Stage == ConsultationStage.Draft ? Redirect($"{Desk}/consultations/{made.Number}/draft") : Tell($"{Desk}/consultations", "announced");
    }

    /// <summary>Somebody else was faster with one of the ideas.</summary>
    private IActionResult Late()
    {
        Input.IsChecked = false;
        ModelState.Clear();
        return Refuse(ConsultationRules.NotADraft, "Input.Initiatives");
    }

    private async Task LoadAsync() => Form = await QuestionForm.LoadAsync(Db, Here.Id, Input);

    public sealed class InputModel : QuestionInput
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

        [Required]
        public DateTime? OpensAt { get; set; }

        [Required]
        public DateTime? ClosesAt { get; set; }

        public bool IsChecked { get; set; }
    }
}
