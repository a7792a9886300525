using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils;

public sealed class MeetingModel : SitePage
{
    public CouncilMeeting Meeting { get; private set; } = null!;

    public IReadOnlyList<AgendaLine> Agenda { get; private set; } = [];

    public string? Summary => IsYoung && !string.IsNullOrEmpty(Meeting.YoungSummary) ? Meeting.YoungSummary : Meeting.Summary;

    public IReadOnlyList<string> Decisions => MeetingRules.PointsOf(Meeting.Decisions ?? "");

    public async Task<IActionResult> OnGetAsync(int number)
    {
        Meeting = (await Db.CouncilMeetings.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(m => m.Number == number))!;
        if (Meeting is null)
        {
            return NotFound();
        }

        Agenda = await Db.AgendaAsync(Meeting);
        return Page();
    }
}
