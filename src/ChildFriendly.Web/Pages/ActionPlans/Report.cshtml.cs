using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.ActionPlans.Monitoring;
using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans;

/// <summary>The report on one year, as it was when it was published; another edition says why it was needed.</summary>
public sealed class ReportModel : SitePage
{
    public MonitoringReport Report { get; private set; } = null!;

    public MonitoringFigures Figures { get; private set; } = null!;

    public IReadOnlyList<int> Editions { get; private set; } = [];

    /// <summary>The edition that stands, where this is another one.</summary>
    public int? Latest => Editions[^1] == Report.Edition ? null : Editions[^1];

    /// <summary>The vote in which children judged the year.</summary>
    public (int Number, string Title)? Assessment { get; private set; }

    /// <summary>The year in a few pictures.</summary>
    public IEnumerable<(string Icon, int Number, string Key)> Stats =>
    [
        ("check", Figures.Done, "monitoring.young.stat.done"),
        ("plan", Figures.Measures.Count(m => m.Stage == MeasureStage.OnTrack), "monitoring.young.stat.on-track"),
        ("clock", Figures.Measures.Count(m => m.Stage == MeasureStage.Late), "monitoring.young.stat.late"),
        ("idea", Figures.Reach.Ideas, "monitoring.young.stat.ideas"),
        ("vote", Figures.Votes.Count, "monitoring.young.stat.votes"),
        ("group", Figures.Reach.Children, "monitoring.young.stat.children"),
        ("bubbles-young", Figures.Ideas.OnTime + Figures.Recommendations.OnTime, "monitoring.young.stat.answers"),
    ];

    public async Task<IActionResult> OnGetAsync(int year, int? edition)
    {
        var all = await Db.MonitoringReports.AsNoTracking().InLocality(Here.Id).Where(r => r.Year == year && r.Stage == MonitoringStage.Published).OrderBy(r => r.Edition).ToListAsync();
        Report = (edition is null ? all.LastOrDefault() : all.Find(r => r.Edition == edition))!;
        if (Report is null)
        {
            return NotFound();
        }

        (Figures, Editions) = (MonitoringFigures.Read(Report.Data!), all.ConvertAll(r => r.Edition));
        if (Report.AssessmentId is { } id)
        {
            var vote = await Db.Consultations.AsNoTracking().IgnoreAutoIncludes().Where(c => c.Id == id).Select(c => new { c.Number, c.Title }).SingleAsync();
            Assessment = (vote.Number, vote.Title);
        }

        return Page();
    }
}
