using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>Puts the draft up for public debate, and says how far it is.</summary>
public sealed class DebateModel : PlanPage
{
    /// <summary>Children need time: two weeks are offered.</summary>
    private const int OfferedDays = 14;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    /// <summary>Why it cannot be opened.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>How many proposals have no answer.</summary>
    public int Left { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindDebateAsync())
        {
            return NotFound();
        }

        Input.Until = Today.AddDays(OfferedDays);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindDebateAsync())
        {
            return NotFound();
        }

        if (Plan.Stage == ActionPlanStage.PublicDebate)
        {
            // Pressed twice: it is open already.
            return Tell($"{Back}/debate", "debate-opened");
        }

        if (Refusal is not null)
        {
            return Refuse(Refusal);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (DebateRules.RefusePeriod(Input.Until!.Value, Today) is { } refusal)
        {
            return Refuse(refusal, "Input.Until");
        }

        Plan.OpenDebate(Input.Until.Value, Input.IsCouncilDecision!.Value, As(Role.CouncilStaff), Now);
        await Db.FreezeAsync(Plan, title: "", As(Role.CouncilStaff), Now);
        return await Db.TrySaveAsync() ? Tell($"{Back}/debate", "debate-opened") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindDebateAsync()
    {
        if (!await FindAsync())
        {
            return false;
        }

        Refusal = DebateRules.RefuseToOpen(Plan, await Db.Measures.CountAsync(m => m.PlanId == Plan.Id && m.Stage != MeasureStage.Stopped));
        Left = (await Db.OpenProposalsAsync(Plan.Id)).Left;
        return true;
    }

    public sealed class InputModel
    {
        [Required]
        public DateOnly? Until { get; set; }

        [Required]
        public bool? IsCouncilDecision { get; set; }
    }
}
