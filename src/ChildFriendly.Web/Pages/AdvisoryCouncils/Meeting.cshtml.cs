using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils;

public sealed class MeetingModel : SitePage
{
    public CouncilMeeting Meeting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number)
    {
        Meeting = (await Db.CouncilMeetings.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(m => m.Number == number))!;
        return Meeting is null ? NotFound() : Page();
    }
}
