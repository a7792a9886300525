using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.ActionPlans.Monitoring;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans;

public sealed class PlanModel(Wording texts) : SitePage
{
    /// <summary>A longer plan is read from its overview: one goal area at a time.</summary>
    private const int MostAtOnce = 40;

    public ActionPlan? Plan { get; private set; }

    public bool IsInDebate => Plan?.IsInDebate(Now) == true;

    /// <summary>Proposals of the debate that have no answer yet.</summary>
    public int Left { get; private set; }

    /// <summary>What was said to be missing in the plan as a whole.</summary>
    public IReadOnlyList<Proposal> Missing { get; private set; } = [];

    /// <summary>There is a page about what the plan starts from.</summary>
    public bool HasSituation { get; private set; }

    public bool HasVersions { get; private set; }

    /// <summary>Only of this goal area.</summary>
    [BindProperty(SupportsGet = true)]
    public GoalArea? Goal { get; set; }

    /// <summary>Only those that stand so.</summary>
    [BindProperty(SupportsGet = true)]
    public MeasureStage? Stage { get; set; }

    public PlanOverview Overview { get; private set; } = new([]);

    public IReadOnlyList<MeasureLine> Measures { get; private set; } = [];

    /// <summary>Null where no step is planned.</summary>
    public PlanSteps? Steps { get; private set; }

    public bool IsFiltered => Goal is not null || Stage is not null;

    public bool IsLong { get; private set; }

    /// <summary>A year of it was reported on.</summary>
    public bool HasReports { get; private set; }

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        HasSituation = await Db.SituationAnalyses.InLocality(Here.Id).AnyAsync(s => s.Stage == SituationStage.Published);
        if (await FindAsync() is not { } plan)
        {
            return;
        }

        HasReports = await Db.MonitoringReports.AnyAsync(r => r.LocalityId == Here.Id && r.Stage == MonitoringStage.Published);
        HasVersions = await Db.PlanVersions.AnyAsync(v => v.PlanId == plan.Id);
        if (plan.DebateUntil is not null)
        {
            Missing = await Db.ProposalsAsync(plan.Id, plan.Id);
            Left = (await Db.OpenProposalsAsync(plan.Id)).Left;
        }

        var measures = MeasuresOf(plan);
        Overview = await OverviewOfAsync(measures);
        var steps = IsFiltered ? [] : await StepsOf(measures).GroupBy(s => new { s.Goal, s.DueOn.Year, s.DueOn.Month, IsDone = s.DoneOn != null, IsLate = s.DoneOn == null && s.DueOn < Today })
            .Select(g => new StepCell(g.Key.Goal, g.Key.Year, g.Key.Month, g.Key.IsDone, g.Key.IsLate, g.Count())).ToListAsync();
        Steps = steps.Count == 0 ? null : new PlanSteps(steps, Math.Min(plan.FromYear, steps.Min(s => s.Year)), Math.Max(plan.ToYear, steps.Max(s => s.Year)), Today);
        IsLong = Overview.Measures > MostAtOnce;
        if (!IsLong || IsFiltered)
        {
            Measures = await measures.Where(m => (Goal == null || m.Goal == Goal) && (Stage == null || m.Stage == Stage)).OrderBy(m => m.Number)
                .Select(m => new MeasureLine(m.Number, m.Goal, m.Title, m.Responsible, m.DueOn, m.Stage, m.InitiativeId != null, m.DoubtedAt != null)).ToListAsync();
        }
    }

    /// <summary>The figures of the overview as a file.</summary>
    public async Task<IActionResult> OnGetOverviewAsync()
    {
        if (await FindAsync() is not { } plan)
        {
            return NotFound();
        }

        var overview = await OverviewOfAsync(MeasuresOf(plan));
        var stages = Enum.GetValues<MeasureStage>();
        return FiguresFile.Of(this, "plan",
        [
            [texts["plan.goal"], .. stages.Select(s => texts[StageTag.TextOf(s)]), texts["plan.money.planned"], texts["plan.money.spent"]],
            .. Enum.GetValues<GoalArea>().Select(g => (string[])
            [
                texts.Of("goal", g), .. stages.Select(s => FiguresFile.Write(overview.Of(g, s)?.Measures ?? 0)), FiguresFile.Lei(overview.MoneyOf(g).Planned), FiguresFile.Lei(overview.MoneyOf(g).Spent),
            ]),
        ]);
    }

    /// <summary>Every step of the plan as a file.</summary>
    public async Task<IActionResult> OnGetStepsAsync()
    {
        if (await FindAsync() is not { } plan)
        {
            return NotFound();
        }

        var steps = await StepsOf(MeasuresOf(plan)).OrderBy(s => s.DueOn).ThenBy(s => s.Number).ToListAsync();
        return FiguresFile.Of(this, "steps",
        [
            [texts["plan.number"], texts["plan.measure"], texts["plan.goal"], texts["plan.step"], texts["plan.due-on"], texts["plan.step.Done"]],
            .. steps.Select(s => (string[])[FiguresFile.Write(s.Number), s.Measure, texts.Of("goal", s.Goal), s.Title, FiguresFile.Write(s.DueOn), s.DoneOn is { } done ? FiguresFile.Write(done) : ""]),
        ]);
    }

    private async Task<ActionPlan?> FindAsync() => Plan = await Db.ActionPlans.AsNoTracking().InLocality(Here.Id).Public()
        .OrderByDescending(p => p.FromYear).FirstOrDefaultAsync();

    private IQueryable<Measure> MeasuresOf(ActionPlan plan) => Db.Measures.AsNoTracking().IgnoreAutoIncludes().Where(m => m.PlanId == plan.Id);

    private static async Task<PlanOverview> OverviewOfAsync(IQueryable<Measure> measures) => new(await measures.GroupBy(m => new { m.Goal, m.Stage })
        .Select(g => new PlanCell(g.Key.Goal, g.Key.Stage, g.Count(), g.Sum(m => m.BudgetBani ?? 0), g.Sum(m => m.SpentBani))).ToListAsync());

    private static IQueryable<StepLine> StepsOf(IQueryable<Measure> measures) => measures.Where(m => m.Stage != MeasureStage.Stopped)
        .SelectMany(m => m.Milestones, (m, s) => new StepLine { Number = m.Number, Measure = m.Title, Goal = m.Goal, Title = s.Title, DueOn = s.DueOn, DoneOn = s.DoneOn });

    private sealed class StepLine
    {
        public int Number { get; init; }

        public string Measure { get; init; } = "";

        public GoalArea Goal { get; init; }

        public string Title { get; init; } = "";

        public DateOnly DueOn { get; init; }

        public DateOnly? DoneOn { get; init; }
    }
}

/// <param name="IsDoubted">Children cannot see what is reported.</param>
public sealed record MeasureLine(int Number, GoalArea Goal, string Title, string Responsible, DateOnly DueOn, MeasureStage Stage, bool IsChildrensIdea, bool IsDoubted);
