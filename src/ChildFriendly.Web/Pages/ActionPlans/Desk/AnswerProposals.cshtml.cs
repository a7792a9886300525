using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>What becomes of one proposal, or of several that are alike, and why.</summary>
public sealed class AnswerProposalsModel : PlanPage, IHasOutcome
{
    OutcomeInput IHasOutcome.Input => Input;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(List<Guid> chosen) => await FindProposalsAsync(chosen) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(List<Guid> chosen)
    {
        if (!await FindProposalsAsync(chosen))
        {
            return NotFound();
        }

        if (await Db.DebateAnswers.AnyAsync(a => a.Id == Input.FormId))
        {
            // Pressed twice: it is published already.
            return Tell($"{Back}/proposals", "answered");
        }

        if (Refusal is not null)
        {
            return Refuse(Refusal);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Db.Add(DebateAnswer.Give(Plan, [.. Proposals.Select(p => p.Id)], Input.Outcome!.Value, Input.Reason, Input.Young, Input.Office, As(Role.CouncilStaff), Now, Input.FormId));
        return await Db.TrySaveAsync() ? Tell($"{Back}/proposals", "answered") : Refuse(Refusal.Busy);
    }

    /// <summary>What a colleague has answered meanwhile is left out.</summary>
    private async Task<bool> FindProposalsAsync(List<Guid> chosen)
    {
        if (!await FindAsync())
        {
            return false;
        }

        Proposals = [.. (await Db.ProposalsAsync(Plan.Id)).Where(p => p.Answer is null && chosen.Contains(p.Id))];
        Refusal = DebateRules.RefuseToAnswer(Plan, Now) ?? (Proposals.Count == 0 ? DebateRules.NothingChosen : null);
        return true;
    }

    public sealed class InputModel : OutcomeInput
    {
        /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = Guid.CreateVersion7();
    }
}
