using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.ActionPlans.Monitoring;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>The years of the plan that are over, with the report on each.</summary>
public sealed class MonitoringModel : SitePage
{
    private ActionPlan? plan;

    /// <summary>With the last edition; null where nobody has begun.</summary>
    public IReadOnlyList<(int Year, MonitoringReport? Report)> Years { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostBeginAsync(int year)
    {
        await ReadAsync();
        if (plan is null || MonitoringRules.RefuseToBegin(plan, year, Today) is not null)
        {
            return NotFound();
        }

        // Two at once: the second finds the draft of the first.
        if (Years.Single(y => y.Year == year).Report is null)
        {
            Db.Add(MonitoringReport.Begin(plan, year, As(Role.CouncilStaff), Now));
            await Db.TrySaveAsync();
        }

        return Redirect($"{Desk}/plan/monitoring/{year}");
    }

    public async Task<IActionResult> OnPostCorrectAsync(int year, string? because)
    {
        await ReadAsync();
        if (Years.FirstOrDefault(y => y.Year == year).Report is not { } report)
        {
            return NotFound();
        }

        if (report.Stage == MonitoringStage.Published)
        {
            if (string.IsNullOrWhiteSpace(because) || because.Length > MonitoringReport.BecauseMaxLength)
            {
                return Tell(Request.Path, "monitoring-not-corrected");
            }

            Db.Add(report.Correct(because.Trim(), As(Role.CouncilStaff), Now));
            await Db.TrySaveAsync();
        }

        return Redirect($"{Desk}/plan/monitoring/{year}");
    }

    private async Task ReadAsync()
    {
        plan = await Db.ActionPlans.AsNoTracking().InLocality(Here.Id).OrderByDescending(p => p.FromYear).FirstOrDefaultAsync();
        if (plan is null)
        {
            return;
        }

        var reports = (await Db.MonitoringReports.InLocality(Here.Id).Where(r => r.PlanId == plan.Id).ToListAsync()).GroupBy(r => r.Year).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Edition));
        Years = [.. MonitoringRules.YearsOf(plan, Today).Select(y => (y, reports.GetValueOrDefault(y)))];
    }
}
