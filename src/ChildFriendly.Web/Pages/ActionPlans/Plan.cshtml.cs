using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.ActionPlans.Monitoring;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans;

public sealed class PlanModel : SitePage
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

    public bool IsFiltered => Goal is not null || Stage is not null;

    public bool IsLong { get; private set; }

    /// <summary>A year of it was reported on.</summary>
    public bool HasReports { get; private set; }

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        Plan = await Db.ActionPlans.AsNoTracking().InLocality(Here.Id).Public().OrderByDescending(p => p.FromYear).FirstOrDefaultAsync();
        HasSituation = await Db.SituationAnalyses.InLocality(Here.Id).AnyAsync(s => s.Stage == SituationStage.Published);
        if (Plan is not { } plan)
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

        var measures = Db.Measures.AsNoTracking().IgnoreAutoIncludes().Where(m => m.PlanId == plan.Id);
        Overview = new PlanOverview(await measures.GroupBy(m => new { m.Goal, m.Stage })
            .Select(g => new PlanCell(g.Key.Goal, g.Key.Stage, g.Count(), g.Sum(m => m.BudgetBani ?? 0), g.Sum(m => m.SpentBani))).ToListAsync());
        IsLong = Overview.Measures > MostAtOnce;
        if (!IsLong || IsFiltered)
        {
            Measures = await measures.Where(m => (Goal == null || m.Goal == Goal) && (Stage == null || m.Stage == Stage)).OrderBy(m => m.Number)
                .Select(m => new MeasureLine(m.Number, m.Goal, m.Title, m.Responsible, m.DueOn, m.Stage, m.InitiativeId != null, m.DoubtedAt != null)).ToListAsync();
        }
    }
}

/// <param name="IsDoubted">Children cannot see what is reported.</param>
public sealed record MeasureLine(int Number, GoalArea Goal, string Title, string Responsible, DateOnly DueOn, MeasureStage Stage, bool IsChildrensIdea, bool IsDoubted);
