using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>Calls a meeting off; calendars that have it strike it out.</summary>
public sealed class CancelModel : SitePage
{
    public IActionResult OnGet(int number) => Redirect($"{Desk}/council/meetings/{number}");

    public async Task<IActionResult> OnPostAsync(int number, string? because)
    {
        var meeting = await Db.CouncilMeetings.InLocality(Here.Id).SingleOrDefaultAsync(m => m.Number == number);
        if (meeting is null)
        {
            return NotFound();
        }

        var reason = PlainText.Clean(because ?? "");
        if (reason.Length is 0 or > CouncilMeeting.ReasonMaxLength)
        {
            return Tell($"{Desk}/council/meetings/{number}", "meeting-not-cancelled");
        }

        if (MeetingRules.RefuseToCancel(meeting, Now) is null)
        {
            meeting.Cancel(reason, As(Role.CouncilCoordinator), Now);
            await Db.TrySaveAsync();
        }

        return Tell($"{Desk}/council/meetings/{number}", meeting.CancelledAt is null ? "meeting-not-cancelled" : "meeting-cancelled");
    }
}
