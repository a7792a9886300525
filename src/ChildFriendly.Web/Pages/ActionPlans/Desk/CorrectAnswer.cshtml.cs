using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>An answer to proposals was wrong: what it said stays to be read beside what it should have said.</summary>
public sealed class CorrectAnswerModel : PlanPage, IHasOutcome
{
    private DebateAnswer answer = null!;

    [BindProperty(Name = nameof(Input))]
    public OutcomeInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAnswerAsync(id))
        {
            return NotFound();
        }

        (Input.Outcome, Input.Reason, Input.Young, Input.Office) = (answer.Outcome, answer.Reason, answer.Young, answer.Office);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAnswerAsync(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        answer.Correct(Input.Outcome!.Value, Input.Reason, Input.Young, Input.Office, As(Role.CouncilStaff), Now);
        return await Db.TrySaveAsync() ? Tell($"{Back}/proposals", "report-corrected") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindAnswerAsync(Guid id)
    {
        answer = await FindAsync() ? (await Db.DebateAnswers.SingleOrDefaultAsync(a => a.Id == id && a.PlanId == Plan.Id))! : null!;
        return answer is not null;
    }
}
