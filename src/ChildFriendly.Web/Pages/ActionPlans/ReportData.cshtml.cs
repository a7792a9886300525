using System.Text;
using ChildFriendly.Core.ActionPlans.Monitoring;
using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans;

/// <summary>The data file of a report, letter by letter as its checksum was taken.</summary>
public sealed class ReportDataModel : SitePage
{
    public async Task<IActionResult> OnGetAsync(int year, int? edition)
    {
        var data = await Db.MonitoringReports.InLocality(Here.Id).Where(r => r.Year == year && r.Stage == MonitoringStage.Published && (edition == null || r.Edition == edition))
            .OrderByDescending(r => r.Edition).Select(r => r.Data).FirstOrDefaultAsync();
        return data is null ? NotFound() : File(Encoding.UTF8.GetBytes(data), "application/json", $"{Here.Slug}-{year}.json");
    }
}
