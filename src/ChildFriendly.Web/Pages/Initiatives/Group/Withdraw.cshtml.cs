using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Group;

/// <summary>The group thought again, before a moderator has decided.</summary>
public sealed class WithdrawModel : SitePage
{
    public IActionResult OnGet(int number) => Redirect($"{Desk}/group-ideas/{number}");

    public async Task<IActionResult> OnPostAsync(int number)
    {
        var idea = await Db.Initiatives.InLocality(Here.Id).SingleOrDefaultAsync(i => i.Number == number && i.Number > 0 && i.GroupSize != null);
        if (idea is null)
        {
            return NotFound();
        }

        if (InitiativeRules.RefuseToWithdraw(idea) is null)
        {
            var by = As(Role.Facilitator);
            var waiting = await Db.ModerationCases.SingleOrDefaultAsync(c => c.ItemId == idea.Id && c.DecidedAt == null);
            waiting?.Withdraw(Now, by);
            idea.Withdraw(Now, by);
            await Db.TrySaveAsync();
        }

        var isGone = await Db.Initiatives.AnyAsync(i => i.Id == idea.Id && i.Stage == InitiativeStage.Withdrawn);
        return Tell($"{Desk}/group-ideas/{number}", isGone ? "group-idea-withdrawn" : "group-idea-not-withdrawn");
    }
}
