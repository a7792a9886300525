using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Desk;

/// <summary>"You said – we did": one decision with a reason for every option.</summary>
public sealed class DecideModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Consultation Consultation { get; private set; } = null!;

    public IReadOnlyList<Option> Options { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        Input.Options = Options.Select(_ => new OptionInput()).ToList();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        while (Input.Options.Count < Options.Count)
        {
            Input.Options.Add(new OptionInput());
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (IsDecidedSo())
        {
            // Pressed twice: it is published already.
            return Tell($"{Desk}/consultations", "decided");
        }

        if (ConsultationRules.RefuseToDecide(Consultation) is { } refusal)
        {
            return Refuse(refusal);
        }

        var ids = Options.Select(o => o.InitiativeId).ToList();
        var initiatives = await Db.Initiatives.Where(i => ids.Contains(i.Id)).ToListAsync();
        foreach (var (option, decided) in Options.Zip(Input.Options))
        {
            if (decided is not { Decision: { } decision, Reason.Length: > 0 })
            {
                return Refuse(ConsultationRules.ReasonMissing);
            }

            option.Decide(decision, decided.Reason);
        }

        Consultation.Decide(Input.Heard, initiatives, As(Role.CouncilStaff), Now);
        if (await Db.TrySaveAsync())
        {
            return Tell($"{Desk}/consultations", "decided");
        }

        Db.ChangeTracker.Clear();
        return await FindAsync(number) && IsDecidedSo() ? Tell($"{Desk}/consultations", "decided") : Refuse(ConsultationRules.NotCounted);
    }

    /// <summary>What is published is this form, word by word.</summary>
    private bool IsDecidedSo() => Consultation.Heard == Input.Heard
        && Options.Zip(Input.Options).All(o => o.First.Decision == o.Second.Decision && o.First.DecisionText == o.Second.Reason);

    private async Task<bool> FindAsync(int number)
    {
        var found = await Db.Consultations.InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == number);
        if (found is null || !ConsultationRules.ShowsResults(found))
        {
            return false;
        }

        Consultation = found;
        Options = found.Questions.OrderBy(q => q.Position)
            .SelectMany(q => q.Options.OrderByDescending(o => o.IsSelected).ThenByDescending(o => o.Votes).ThenBy(o => o.Position)).ToList();
        return true;
    }

    public sealed class InputModel
    {
        [Required, StringLength(Consultation.HeardMaxLength), DataType(DataType.MultilineText)]
        public string Heard { get; set; } = "";

        public List<OptionInput> Options { get; set; } = [];
    }

    public sealed class OptionInput
    {
        [Required, EnumDataType(typeof(Decision))]
        public Decision? Decision { get; set; }

        [Required, StringLength(Option.DecisionTextMaxLength), DataType(DataType.MultilineText)]
        public string Reason { get; set; } = "";
    }
}
