using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>What the plan starts from: a draft until it is published, then corrected with the day of the correction.</summary>
public sealed class SituationModel(Wording texts) : PlanPage
{
    private const int Blank = 2;

    private SituationAnalysis? situation;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public SituationStage Stage => situation?.Stage ?? SituationStage.Draft;

    /// <summary>Focus groups of this place.</summary>
    public IReadOnlyList<(Guid Id, string Topic)> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindSituationAsync())
        {
            return NotFound();
        }

        if (situation is not null)
        {
            (Input.Version, Input.Text, Input.Young) = (situation.Version, situation.Text, situation.Young);
            Input.Figures = [.. situation.Indicators.OrderBy(i => i.Position).Select(i => new Figure { Name = i.Name, Value = Thousandths.Write(i.Value, texts.Culture), Unit = i.Unit, Year = i.Year, Source = i.Source })];
            Input.Groups = [.. situation.Groups.Select(g => g.SessionId)];
        }

        AddBlank();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool publish)
    {
        if (!await FindSituationAsync())
        {
            return NotFound();
        }

        var figures = ReadFigures();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Input.Version != (situation?.Version ?? -1))
        {
            Input.Version = situation?.Version ?? -1;
            ModelState.Remove("Input.Version");
            return Refuse(Refusal.ChangedMeanwhile);
        }

        if (situation is null)
        {
            situation = SituationAnalysis.Begin(Plan);
            Db.Add(situation);
        }

        situation.Write(Input.Text, Input.Young ?? "", figures, [.. Input.Groups.Where(g => Sessions.Any(s => s.Id == g))], As(Role.CouncilStaff), Now);
        if (publish && situation.Stage == SituationStage.Draft)
        {
            situation.Publish(As(Role.CouncilStaff), Now);
        }

        Db.Touch(situation);
        return await Db.TrySaveAsync() ? Tell($"{Back}/situation", "measure-revised") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindSituationAsync()
    {
        if (!await FindAsync())
        {
            return false;
        }

        situation = await Db.SituationAnalyses.Include(s => s.Indicators).Include(s => s.Groups).AsSplitQuery().SingleOrDefaultAsync(s => s.PlanId == Plan.Id);
        var sessions = await Db.FocusGroupSessions.IgnoreAutoIncludes().InLocality(Here.Id).OrderByDescending(s => s.Number).Select(s => new { s.Id, s.Topic }).ToListAsync();
        Sessions = sessions.ConvertAll(s => (s.Id, s.Topic));
        return true;
    }

    private List<SituationFigure> ReadFigures()
    {
        var figures = new List<SituationFigure>();
        for (var i = 0; i < Input.Figures.Count; i++)
        {
            var row = Input.Figures[i];
            if (row.IsBlank)
            {
                continue;
            }

            foreach (var (field, typed) in new[] { (nameof(row.Name), row.Name), (nameof(row.Unit), row.Unit), (nameof(row.Source), row.Source), (nameof(row.Year), row.Year?.ToString(CultureInfo.InvariantCulture)) })
            {
                if (string.IsNullOrEmpty(typed))
                {
                    ModelState.AddModelError($"Input.Figures[{i}].{field}", ErrorKeys.Required);
                }
            }

            if (Thousandths.Parse(row.Value) is not { } value)
            {
                Refuse(MeasureRules.NotANumber, $"Input.Figures[{i}].Value");
                continue;
            }

            figures.Add(new SituationFigure(row.Name ?? "", value, row.Unit ?? "", row.Year ?? 0, row.Source ?? ""));
        }

        return figures;
    }

    private void AddBlank()
    {
        for (var i = 0; i < Blank && Input.Figures.Count < SituationAnalysis.MostFigures; i++)
        {
            Input.Figures.Add(new Figure());
        }
    }

    public sealed class InputModel
    {
        /// <summary>What its writer saw; −1 where there was nothing yet.</summary>
        public int Version { get; set; } = -1;

        [Required, StringLength(SituationAnalysis.TextMaxLength), DataType(DataType.MultilineText)]
        public string Text { get; set; } = "";

        [Required, StringLength(SituationAnalysis.YoungMaxLength), DataType(DataType.MultilineText)]
        public string? Young { get; set; }

        [MaxLength(SituationAnalysis.MostFigures)]
        public List<Figure> Figures { get; set; } = [];

        public List<Guid> Groups { get; set; } = [];
    }

    public sealed class Figure
    {
        [StringLength(Indicator.NameMaxLength)]
        public string? Name { get; set; }

        [StringLength(20)]
        public string? Value { get; set; }

        [StringLength(Indicator.UnitMaxLength)]
        public string? Unit { get; set; }

        [Range(1990, 2100)]
        public int? Year { get; set; }

        [StringLength(Indicator.SourceMaxLength)]
        public string? Source { get; set; }

        internal bool IsBlank => string.IsNullOrEmpty(Name) && string.IsNullOrEmpty(Value) && string.IsNullOrEmpty(Unit) && string.IsNullOrEmpty(Source) && Year is null;
    }
}
