using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>What an indicator counts, from where to where. Position 0 is a new one.</summary>
public sealed class IndicatorModel(Wording texts) : MeasurePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    private Indicator? indicator;

    public async Task<IActionResult> OnGetAsync(int number, int position)
    {
        if (!await FindIndicatorAsync(number, position))
        {
            return NotFound();
        }

        Input = InputModel.Of(indicator, Measure.Version, Today.Year, texts.Culture);
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

        if (Thousandths.Parse(Input.Baseline) is not { } baseline)
        {
            return Refuse(MeasureRules.NotANumber, "Input.Baseline");
        }

        if (Thousandths.Parse(Input.Target) is not { } target)
        {
            return Refuse(MeasureRules.NotANumber, "Input.Target");
        }

        var (from, to) = ((Input.BaselineYear!.Value, baseline), (Input.TargetYear!.Value, target));
        if (MeasureRules.RefuseTarget(from, to, Input.FallsWhenBetter) is { } refusal)
        {
            return Refuse(refusal, refusal == MeasureRules.TargetBeforeBaseline ? "Input.TargetYear" : "Input.Target");
        }

        if (Input.Version != Measure.Version)
        {
            Input.Version = Measure.Version;
            ModelState.Remove("Input.Version");
            return Refuse(Refusal.ChangedMeanwhile);
        }

        indicator ??= Indicator.Of(Measure);
        indicator.Define(Input.Name, Input.Definition, Input.Unit, from, to, Input.FallsWhenBetter);
        Measure.Measured(indicator, As(Role.CouncilStaff), Now);
        Db.Touch(Measure);
        return await Db.TrySaveAsync() ? Tell($"{Back}/indicators", "measure-revised") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindIndicatorAsync(int number, int position)
    {
        if (!await FindAsync(number))
        {
            return false;
        }

        indicator = Measure.Indicators.SingleOrDefault(i => i.Position == position);
        return indicator is not null || (position == 0 && Measure.Indicators.Count < Indicator.Most);
    }

    public sealed class InputModel
    {
        public int Version { get; set; }

        [Required, StringLength(Indicator.NameMaxLength)]
        public string Name { get; set; } = "";

        [Required, StringLength(Indicator.DefinitionMaxLength), DataType(DataType.MultilineText)]
        public string Definition { get; set; } = "";

        [Required, StringLength(Indicator.UnitMaxLength)]
        public string Unit { get; set; } = "";

        [Required, StringLength(20)]
        public string Baseline { get; set; } = "";

        [Required, Range(2000, 2100)]
        public int? BaselineYear { get; set; }

        [Required, StringLength(20)]
        public string Target { get; set; } = "";

        [Required, Range(2000, 2100)]
        public int? TargetYear { get; set; }

        public bool FallsWhenBetter { get; set; }

        internal static InputModel Of(Indicator? known, int version, int year, System.Globalization.CultureInfo culture) => known is null
            ? new() { Version = version, BaselineYear = year }
            : new()
            {
                Version = version,
                Name = known.Name,
                Definition = known.Definition,
                Unit = known.Unit,
                Baseline = Thousandths.Write(known.Baseline, culture),
                BaselineYear = known.BaselineYear,
                Target = Thousandths.Write(known.Target, culture),
                TargetYear = known.TargetYear,
                FallsWhenBetter = known.FallsWhenBetter,
            };
    }
}
