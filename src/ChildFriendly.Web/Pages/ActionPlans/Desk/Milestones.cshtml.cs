using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

public sealed class MilestonesModel : MeasurePage
{
    private const int Blank = 3;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        Input.Version = Measure.Version;
        Input.Rows = [.. Measure.Milestones.OrderBy(m => m.Position).Select(m => new Row { Title = m.Title, DueOn = m.DueOn, DoneOn = m.DoneOn })];
        AddBlank();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        for (var i = 0; i < Input.Rows.Count; i++)
        {
            var row = Input.Rows[i];
            if (row.IsBlank)
            {
                continue;
            }

            if (string.IsNullOrEmpty(row.Title))
            {
                ModelState.AddModelError($"Input.Rows[{i}].Title", Tags.ErrorKeys.Required);
            }

            if (row.DueOn is null)
            {
                ModelState.AddModelError($"Input.Rows[{i}].DueOn", Tags.ErrorKeys.Required);
            }

            if (row.DoneOn > Today)
            {
                Refuse(MeasureRules.DoneInTheFuture, $"Input.Rows[{i}].DoneOn");
            }
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Input.Version != Measure.Version)
        {
            Input.Version = Measure.Version;
            ModelState.Remove("Input.Version");
            return Refuse(Refusal.ChangedMeanwhile);
        }

        Measure.PlanMilestones(Input.Rows.Where(r => !r.IsBlank).Select(r => (r.Title!, r.DueOn!.Value, r.DoneOn)), As(Role.CouncilStaff), Now);
        Db.Touch(Measure);
        return await Db.TrySaveAsync() ? Tell(Back, "measure-revised") : Refuse(Refusal.Busy);
    }

    private void AddBlank()
    {
        for (var i = 0; i < Blank && Input.Rows.Count < Milestone.Most; i++)
        {
            Input.Rows.Add(new Row());
        }
    }

    public sealed class InputModel
    {
        public int Version { get; set; }

        [MaxLength(Milestone.Most)]
        public List<Row> Rows { get; set; } = [];
    }

    public sealed class Row
    {
        [StringLength(Milestone.TitleMaxLength)]
        public string? Title { get; set; }

        public DateOnly? DueOn { get; set; }

        public DateOnly? DoneOn { get; set; }

        internal bool IsBlank => string.IsNullOrEmpty(Title) && DueOn is null && DoneOn is null;
    }
}
