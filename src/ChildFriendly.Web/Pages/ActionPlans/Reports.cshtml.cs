using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.ActionPlans.Monitoring;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans;

/// <summary>The reports of all years, and the same figures over time.</summary>
public sealed class ReportsModel : SitePage
{
    public IReadOnlyList<(string Key, Func<MonitoringFigures, long> Figure)> Lines { get; } =
    [
        ("monitoring.children", f => f.Reach.Children),
        ("monitoring.ideas", f => f.Reach.Ideas),
        ("monitoring.in-groups", f => f.Reach.GroupChildren),
        ("monitoring.votes", f => f.Votes.Count),
        ("plan.measures-all", f => f.Measures.Count),
        ("monitoring.done", f => f.Done),
        ("monitoring.late-measures", f => f.Measures.Count(m => m.Stage == MeasureStage.Late)),
        ("plan.money.spent", f => f.Money.Sum(m => m.SpentBani)),
        ("monitoring.answers.asked", f => f.Ideas.Asked + f.Recommendations.Asked),
        ("monitoring.answers.on-time", f => f.Ideas.OnTime + f.Recommendations.OnTime),
    ];

    /// <summary>The edition that stands of each year, the last year first.</summary>
    public IReadOnlyList<(int Year, MonitoringFigures Figures)> Years { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var published = await Db.MonitoringReports.AsNoTracking().InLocality(Here.Id).Where(r => r.Stage == MonitoringStage.Published)
            .Select(r => new { r.Year, r.Edition, r.Data }).ToListAsync();
        Years = [.. published.GroupBy(r => r.Year).OrderByDescending(g => g.Key).Select(g => (g.Key, MonitoringFigures.Read(g.MaxBy(r => r.Edition)!.Data!)))];
    }
}
