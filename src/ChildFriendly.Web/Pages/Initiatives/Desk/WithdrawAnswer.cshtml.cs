using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Desk;

/// <summary>An answer that was wrong stays to be read, as withdrawn, and the clock runs on.</summary>
public sealed class WithdrawAnswerModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Initiative Initiative { get; private set; } = null!;

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

        if (Initiative.Timeline.Any(t => t.WithdrawnBecause == Input.Because) && Initiative.Stage == InitiativeStage.UnderReview)
        {
            // Pressed twice: it is withdrawn already.
            return Tell($"{Desk}/initiatives/{number}", "answer-withdrawn");
        }

        if (InitiativeRules.RefuseToWithdrawAnswer(Initiative) is { } refusal)
        {
            return Refuse(refusal);
        }

        Initiative.WithdrawAnswer(Input.Because, As(Role.CouncilStaff), Now);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/initiatives/{number}", "answer-withdrawn") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindAsync(int number)
    {
        Initiative = (await Db.Initiatives.InLocality(Here.Id).Published().SingleOrDefaultAsync(i => i.Number == number))!;
        return Initiative is not null;
    }

    public sealed class InputModel
    {
        [Required, StringLength(OwedAnswer.WithdrawnBecauseMaxLength), DataType(DataType.MultilineText)]
        public string Because { get; set; } = "";
    }
}
