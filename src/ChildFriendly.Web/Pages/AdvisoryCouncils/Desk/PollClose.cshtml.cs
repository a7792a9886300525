using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>Closes a poll before its day is over.</summary>
public sealed class PollCloseModel : SitePage
{
    public IActionResult OnGet() => Redirect($"{Desk}/council");

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var poll = await Db.CouncilPolls.InLocality(Here.Id).SingleOrDefaultAsync(p => p.Id == id);
        if (poll is null)
        {
            return NotFound();
        }

        var isClosed = poll.Stage == CouncilPollStage.Closed || await Db.ClosePollAsync(poll, As(Role.CouncilCoordinator), Now);
        return Tell($"{Desk}/council", isClosed ? "poll-closed" : "poll-not-closed");
    }
}
