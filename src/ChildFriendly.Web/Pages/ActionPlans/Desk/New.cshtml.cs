using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>A measure of the plan, with or without a child's idea behind it.</summary>
public sealed class NewModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "initiative")]
    public int? InitiativeNumber { get; set; }

    public Initiative? Initiative { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
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

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (await Db.ActionPlans.InLocality(Here.Id).OrderByDescending(p => p.FromYear).FirstOrDefaultAsync() is not { } plan)
        {
            return Refuse(MeasureRules.NoPlan);
        }

        if (Initiative is { Stage: not (InitiativeStage.Selected or InitiativeStage.Accepted or InitiativeStage.PartlyAccepted) })
        {
            return Refuse(MeasureRules.InitiativeNotReady);
        }

        var by = As(Role.CouncilStaff);
        var measure = Measure.Include(
            plan, await Db.NextNumberAsync<Measure>(Here.Id), Input.Goal!.Value, Input.Name, Input.Text, Input.Responsible,
            Input.DueOn!.Value, Input.BudgetLei * 100, Initiative?.Id, by, Now);
        Initiative?.PutIntoPlan(measure.Id, by, Now);
        Db.Add(measure);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/plan", "included") : Refuse(MeasureRules.InitiativeNotReady);
    }

    private async Task<bool> FindAsync()
    {
        Initiative = InitiativeNumber is null
            ? null
            : await Db.Initiatives.InLocality(Here.Id).Published().SingleOrDefaultAsync(i => i.Number == InitiativeNumber);
        return InitiativeNumber is null || Initiative is not null;
    }

    public sealed class InputModel
    {
        [Required, StringLength(Measure.TitleMaxLength)]
        public string Name { get; set; } = "";

        [Required, StringLength(Measure.TextMaxLength)]
        public string Text { get; set; } = "";

        [Required, EnumDataType(typeof(GoalArea))]
        public GoalArea? Goal { get; set; }

        [Required, StringLength(Measure.OfficeMaxLength)]
        public string Responsible { get; set; } = "";

        [Required]
        public DateOnly? DueOn { get; set; }

        [Range(0, 1_000_000_000)]
        public long? BudgetLei { get; set; }
    }
}
