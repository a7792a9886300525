using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>The plan is adopted once every proposal of the debate has its answer; then it begins.</summary>
public sealed class AdoptModel : PlanPage, IHasDecision
{
    [BindProperty(Name = nameof(Input))]
    public DecisionInput Input { get; set; } = new();

    public Refusal? Refusal { get; private set; }

    /// <summary>Proposals that have no answer.</summary>
    public IReadOnlyList<Proposal> Left { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await FindPlanAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindPlanAsync())
        {
            return NotFound();
        }

        if (Refusal is not null)
        {
            return Refuse(Refusal);
        }

        if (Plan.IsCouncilDecision && string.IsNullOrEmpty(Input.DecisionNumber))
        {
            ModelState.AddModelError("Input.DecisionNumber", ErrorKeys.Required);
        }

        if (Plan.IsCouncilDecision && string.IsNullOrEmpty(Input.DecisionLink))
        {
            ModelState.AddModelError("Input.DecisionLink", ErrorKeys.Required);
        }

        if (Input.DecidedOn is null)
        {
            ModelState.AddModelError("Input.DecidedOn", ErrorKeys.Required);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (DebateRules.RefuseDecision(Plan, Input.DecidedOn!.Value, Today) is { } refusal)
        {
            return Refuse(refusal, "Input.DecidedOn");
        }

        Plan.Adopt(As(Role.CouncilStaff), Now, Input.Decision());
        await Db.FreezeAsync(Plan, title: "", As(Role.CouncilStaff), Now);
        return await Db.TrySaveAsync() ? Tell($"{Back}/adopt", "plan-adopted") : Refuse(Refusal.Busy);
    }

    public async Task<IActionResult> OnPostBeginAsync()
    {
        if (!await FindPlanAsync())
        {
            return NotFound();
        }

        if (Plan.Stage == ActionPlanStage.Adopted)
        {
            Plan.StartImplementing(As(Role.CouncilStaff), Now);
            await Db.TrySaveAsync();
        }

        return Tell(Back, "plan-begun");
    }

    private async Task<bool> FindPlanAsync()
    {
        if (!await FindAsync())
        {
            return false;
        }

        var (left, beingChecked) = await Db.OpenProposalsAsync(Plan.Id);
        Refusal = DebateRules.RefuseToAdopt(Plan, left, beingChecked, Now);
        Left = left == 0 ? [] : [.. (await Db.ProposalsAsync(Plan.Id)).Where(p => p.Answer is null)];
        return true;
    }
}
