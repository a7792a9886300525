using System.Globalization;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils;

/// <summary>The council's meetings for a calendar that somebody subscribes to.</summary>
public sealed class CalendarModel(PortalSettings settings, Wording texts) : SitePage
{
    private const int Most = 100;

    public async Task<IActionResult> OnGetAsync()
    {
        var meetings = await Db.CouncilMeetings.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).OrderByDescending(m => m.StartsAt).Take(Most).ToListAsync();
        var address = settings.Address?.TrimEnd('/') ?? $"{Request.Scheme}://{Request.Host}";
        var name = Here.CouncilName.Length > 0 ? Here.CouncilName : string.Create(CultureInfo.InvariantCulture, $"{texts["council.title"]} – {Here.Name}");
        return Content(CouncilCalendar.Write(name, new Uri(address).Host, meetings, m => $"{address}{Home}/council/meetings/{m.Number}", IsDemonstration ? texts["site.demonstration"] : null), CouncilCalendar.MediaType);
    }
}
