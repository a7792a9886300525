using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>What an indicator came to in a year.</summary>
public sealed class ValueModel : MeasurePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Indicator Indicator { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, int position, int? year)
    {
        if (!await FindIndicatorAsync(number, position))
        {
            return NotFound();
        }

        Input.Year = year ?? Today.Year;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, int position)
    {
        if (!await FindIndicatorAsync(number, position))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Thousandths.Parse(Input.Value) is not { } value)
        {
            return Refuse(MeasureRules.NotANumber, "Input.Value");
        }

        if (Input.Year > Today.Year)
        {
            return Refuse(MeasureRules.DoneInTheFuture, "Input.Year");
        }

        Indicator.Note(Input.Year!.Value, value, Input.Source, Now);
        Measure.Measured(Indicator, As(Role.CouncilStaff), Now);
        Db.Touch(Measure);
        return await Db.TrySaveAsync() ? Tell($"{Back}/indicators", "measure-revised") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindIndicatorAsync(int number, int position)
    {
        if (!await FindAsync(number))
        {
            return false;
        }

        Indicator = Measure.Indicators.SingleOrDefault(i => i.Position == position)!;
        return Indicator is not null;
    }

    public sealed class InputModel
    {
        [Required, Range(2000, 2100)]
        public int? Year { get; set; }

        [Required, StringLength(20)]
        public string Value { get; set; } = "";

        [Required, StringLength(Indicator.SourceMaxLength)]
        public string Source { get; set; } = "";
    }
}
