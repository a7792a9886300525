using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>A measure of the plan, with or without a child's idea behind it.</summary>
public sealed class NewModel : SitePage, IHasSheet
{
    SheetInput IHasSheet.Input => Input;

    private ActionPlan? plan;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "initiative")]
    public int? InitiativeNumber { get; set; }

    public Initiative? Initiative { get; private set; }

    /// <summary>Why nothing can be included here; an empty form is not shown then.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (Refusal is not null)
        {
            return Refuse(Refusal);
        }

        if (Initiative is not null)
        {
            Input.Name = Initiative.Title;
            Input.Goal = Initiative.Goal;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (await Db.Measures.AnyAsync(m => m.Id == Input.FormId))
        {
            // Pressed twice: it is in the plan already.
            return Tell($"{Desk}/plan", "included");
        }

        if (Refusal is not null)
        {
            return Refuse(Refusal);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (MeasureRules.RefuseDueDate(plan!, Input.DueOn!.Value, Today) is { } refusal)
        {
            return Refuse(refusal, "Input.DueOn");
        }

        var by = As(Role.CouncilStaff);
        var measure = Measure.Include(
            plan!, await Db.NextNumberAsync<Measure>(Here.Id), Input.Sheet(), Input.BudgetBani(), Initiative?.Id, by, Now, Input.FormId);
        Initiative?.PutIntoPlan(measure.Id, by, Now);
        Db.Add(measure);
        return await Db.SaveOnceAsync(measure) ? Tell($"{Desk}/plan", "included") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindAsync()
    {
        Initiative = InitiativeNumber is null
            ? null
            : await Db.Initiatives.InLocality(Here.Id).Published().SingleOrDefaultAsync(i => i.Number == InitiativeNumber);
        plan = await Db.ActionPlans.InLocality(Here.Id).OrderByDescending(p => p.FromYear).FirstOrDefaultAsync();
        Refusal = MeasureRules.RefuseToInclude(plan, Initiative) ?? DebateRules.RefuseToRewrite(plan!, Now);
        return InitiativeNumber is null || Initiative is not null;
    }

    public sealed class InputModel : SheetInput
    {
        /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = Guid.CreateVersion7();

        /// <summary>Whole lei, with or without separators between thousands.</summary>
        [Lei, StringLength(15)]
        public string? BudgetLei { get; set; }

        /// <summary>A method: properties are read before the form is known to be valid.</summary>
        public long? BudgetBani() => LeiAttribute.BaniOf(BudgetLei);
    }
}
