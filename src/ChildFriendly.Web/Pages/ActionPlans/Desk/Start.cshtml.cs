using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>Begins a plan: as a draft, or as the one that is adopted already.</summary>
public sealed class StartModel : SitePage, IHasDecision
{
    DecisionInput IHasDecision.Input => Input;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        (Input.FromYear, Input.ToYear) = (Today.Year, Today.Year + 2);
        return await Db.ActionPlans.InLocality(Here.Id).AnyAsync() ? Redirect($"{Desk}/plan") : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.ActionPlans.InLocality(Here.Id).AnyAsync())
        {
            return Redirect($"{Desk}/plan");
        }

        if (!ModelState.IsValid || Input.ToYear < Input.FromYear)
        {
            if (ModelState.IsValid)
            {
                ModelState.AddModelError("Input.ToYear", Tags.ErrorKeys.OutOfRange);
            }

            return Invalid();
        }

        if (Input.DecidedOn > Today)
        {
            return Refuse(DebateRules.DecidedInTheFuture, "Input.DecidedOn");
        }

        var plan = ActionPlan.Draft(Here.Id, Input.Name, Input.Summary, Input.FromYear!.Value, Input.ToYear!.Value, Input.FormId);
        if (Input.IsAdopted!.Value)
        {
            plan.Adopt(As(Role.CouncilStaff), Now, Input.Decision());
            plan.StartImplementing(As(Role.CouncilStaff), Now);
        }

        Db.Add(plan);
        return await Db.SaveOnceAsync(plan) ? Tell($"{Desk}/plan", Input.IsAdopted.Value ? "plan-started" : "plan-drafted") : Refuse(Core.Shared.Refusal.Busy);
    }

    public sealed class InputModel : DecisionInput
    {
        /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = Guid.CreateVersion7();

        /// <summary>False begins a draft.</summary>
        [Required]
        public bool? IsAdopted { get; set; }

        [Required, StringLength(ActionPlan.TitleMaxLength)]
        public string Name { get; set; } = "";

        [Required, StringLength(ActionPlan.SummaryMaxLength), DataType(DataType.MultilineText)]
        public string Summary { get; set; } = "";

        [Required, Range(2020, 2100)]
        public int? FromYear { get; set; }

        [Required, Range(2020, 2100)]
        public int? ToYear { get; set; }
    }
}
