using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.ActionPlans.Monitoring;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>The report on a year while it is written, with the figures as they stand now. Publishing freezes both.</summary>
public sealed class MonitoringYearModel : SitePage
{
    private ActionPlan plan = null!;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public MonitoringReport Report { get; private set; } = null!;

    public MonitoringFigures Figures { get; private set; } = null!;

    /// <summary>In which children may have judged the year.</summary>
    public IReadOnlyList<(Guid Id, int Number, string Title)> Votes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int year)
    {
        if (!await FindAsync(year))
        {
            return NotFound();
        }

        Input = new InputModel
        {
            Version = Report.Version,
            Summary = Report.Summary,
            Young = Report.Young,
            Missing = Report.Missing,
            Assessment = Report.AssessmentId is { } id && Votes.Any(v => v.Id == id) ? Votes.Single(v => v.Id == id).Number : null,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year) => !await FindAsync(year) ? NotFound() : Write() ?? await SaveAsync($"{Desk}/plan/monitoring/{year}", "monitoring-saved");

    public async Task<IActionResult> OnPostPublishAsync(int year)
    {
        if (!await FindAsync(year))
        {
            return NotFound();
        }

        if (Write() is { } refused)
        {
            return refused;
        }

        if (MonitoringRules.RefuseToPublish(Report, Today) is { } refusal)
        {
            return Refuse(refusal, refusal == MonitoringRules.SummaryMissing ? "Input.Summary" : refusal == MonitoringRules.YoungMissing ? "Input.Young" : refusal == MonitoringRules.MissingMissing ? "Input.Missing" : "");
        }

        Report.Publish(Figures, As(Role.CouncilStaff), Now);
        return await SaveAsync($"{Desk}/plan/monitoring", "monitoring-published");
    }

    private IActionResult? Write()
    {
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Input.Version != Report.Version)
        {
            // What a colleague wrote is one step away; pressed again, this is kept.
            Input.Version = Report.Version;
            ModelState.Remove("Input.Version");
            return Refuse(Refusal.ChangedMeanwhile);
        }

        Report.Write(
            Input.Summary?.Trim() ?? "", Input.Young?.Trim() ?? "", Input.Missing?.Trim() ?? "", Votes.Where(v => v.Number == Input.Assessment).Select(v => (Guid?)v.Id).SingleOrDefault(), As(Role.CouncilStaff), Now);
        return null;
    }

    private async Task<IActionResult> SaveAsync(string next, string told) => await Db.TrySaveAsync() ? Tell(next, told) : Refuse(Refusal.Busy);

    private async Task<bool> FindAsync(int year)
    {
        Report = (await Db.MonitoringReports.InLocality(Here.Id).Where(r => r.Year == year && r.Stage == MonitoringStage.Draft).OrderByDescending(r => r.Edition).FirstOrDefaultAsync())!;
        if (Report is null)
        {
            return false;
        }

        plan = await Db.ActionPlans.AsNoTracking().SingleAsync(p => p.Id == Report.PlanId);
        Figures = await Db.MonitorAsync(plan, year, IsDemonstration, Now);
        var votes = await Db.Consultations.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).Where(c => c.Stage != ConsultationStage.Draft).OrderByDescending(c => c.Number).Take(12)
            .Select(c => new { c.Id, c.Number, c.Title }).ToListAsync();
        Votes = votes.ConvertAll(v => (v.Id, v.Number, v.Title));
        return true;
    }

    public sealed class InputModel
    {
        public int Version { get; set; }

        [StringLength(MonitoringReport.SummaryMaxLength), DataType(DataType.MultilineText)]
        public string? Summary { get; set; }

        [StringLength(MonitoringReport.YoungMaxLength), DataType(DataType.MultilineText)]
        public string? Young { get; set; }

        [StringLength(MonitoringReport.MissingMaxLength), DataType(DataType.MultilineText)]
        public string? Missing { get; set; }

        public int? Assessment { get; set; }
    }
}
