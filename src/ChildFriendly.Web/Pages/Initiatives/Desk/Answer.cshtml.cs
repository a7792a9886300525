using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Desk;

public sealed class AnswerModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Initiative Initiative { get; private set; } = null!;

    public int Supporters { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (IsAnsweredSo())
        {
            // Pressed twice: it is published already.
            return Tell($"{Desk}/initiatives/{number}", "answered");
        }

        if (InitiativeRules.RefuseToAnswer(Initiative, Input.Decision!.Value, Input.Reason!.Value) is { } refusal)
        {
            return Refuse(refusal, refusal == InitiativeRules.ReasonDoesNotFit ? "Input.Reason" : "");
        }

        Initiative.Answer(Input.Decision.Value, Input.Reason.Value, Input.Sentence, Input.Office, As(Role.CouncilStaff), Now);
        if (await Db.TrySaveAsync())
        {
            return Tell($"{Desk}/initiatives/{number}", "answered");
        }

        Db.ChangeTracker.Clear();
        return await FindAsync(number) && IsAnsweredSo() ? Tell($"{Desk}/initiatives/{number}", "answered") : Refuse(InitiativeRules.NotAnswerable);
    }

    /// <summary>The last step of the initiative is the answer of this form, word by word.</summary>
    private bool IsAnsweredSo() => Initiative.Timeline.MaxBy(t => t.Position) is { } last && last.Stage == Initiative.StageAfter(Input.Decision!.Value)
        && last.ReasonKey == Initiative.KeyOf(Input.Reason!.Value) && last.Sentence == Input.Sentence && last.Office == Input.Office;

    private async Task<bool> FindAsync(int number)
    {
        Initiative = (await Db.Initiatives.InLocality(Here.Id).Published().SingleOrDefaultAsync(i => i.Number == number))!;
        if (Initiative is null)
        {
            return false;
        }

        Supporters = await Db.Supports.CountAsync(s => s.InitiativeId == Initiative.Id);
        return true;
    }

    public sealed class InputModel
    {
        [Required, EnumDataType(typeof(Decision))]
        public Decision? Decision { get; set; }

        [Required, EnumDataType(typeof(AnswerReason))]
        public AnswerReason? Reason { get; set; }

        [Required, StringLength(Initiative.SentenceMaxLength), DataType(DataType.MultilineText)]
        public string Sentence { get; set; } = "";

        [Required, StringLength(Initiative.OfficeMaxLength)]
        public string Office { get; set; } = "";
    }
}
