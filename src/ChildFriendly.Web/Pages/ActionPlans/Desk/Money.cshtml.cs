using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>The money of one year by where it comes from: planned, committed, spent.</summary>
public sealed class MoneyModel : MeasurePage
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>An amount looks as if it were in thousands of lei, or in bani.</summary>
    public bool LooksWrong { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindYearAsync(number))
        {
            return NotFound();
        }

        Input.Version = Measure.Version;
        Input.Rows = [.. Enum.GetValues<BudgetSource>().Select(s => Row.Of(Measure.Budget.SingleOrDefault(l => l.Year == Year && l.Source == s)))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindYearAsync(number))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var sources = Enum.GetValues<BudgetSource>();
        if (Input.Rows.Count != sources.Length)
        {
            return BadRequest();
        }

        var lines = Input.Rows.Select((r, i) => new BudgetLine(Measure.Id, Year!.Value, sources[i], Row.Bani(r.Planned), Row.Bani(r.Committed), Row.Bani(r.Spent))).ToList();
        LooksWrong = lines.Exists(l => MoneyRules.LooksWrong(l.PlannedBani) || MoneyRules.LooksWrong(l.CommittedBani) || MoneyRules.LooksWrong(l.SpentBani));
        if (LooksWrong && !Input.IsSure)
        {
            return Refuse(MoneyRules.WrongUnit, "Input.IsSure");
        }

        if (Input.Version != Measure.Version)
        {
            Input.Version = Measure.Version;
            ModelState.Remove("Input.Version");
            return Refuse(Refusal.ChangedMeanwhile);
        }

        Measure.PlanBudget([.. Measure.Budget.Where(l => l.Year != Year), .. lines.Where(l => l.PlannedBani + l.CommittedBani + l.SpentBani > 0)], As(Role.CouncilStaff), Now);
        Db.Touch(Measure);
        return await Db.TrySaveAsync() ? Tell(Back, "measure-revised") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindYearAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return false;
        }

        var plan = await Db.ActionPlans.AsNoTracking().SingleAsync(p => p.Id == Measure.PlanId);
        Years = [.. Enumerable.Range(plan.FromYear, plan.ToYear - plan.FromYear + 1)];
        Year ??= Math.Clamp(Today.Year, plan.FromYear, plan.ToYear);
        return Years.Contains(Year.Value);
    }

    public sealed class InputModel
    {
        public int Version { get; set; }

        public List<Row> Rows { get; set; } = [];

        public bool IsSure { get; set; }
    }

    public sealed class Row
    {
        [Lei, StringLength(15)]
        public string? Planned { get; set; }

        [Lei, StringLength(15)]
        public string? Committed { get; set; }

        [Lei, StringLength(15)]
        public string? Spent { get; set; }

        internal static Row Of(BudgetLine? line) => new() { Planned = Lei(line?.PlannedBani), Committed = Lei(line?.CommittedBani), Spent = Lei(line?.SpentBani) };

        internal static long Bani(string? typed) => LeiAttribute.BaniOf(typed) ?? 0;

        private static string? Lei(long? bani) => bani is > 0 ? (bani.Value / 100).ToString("0", System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}
