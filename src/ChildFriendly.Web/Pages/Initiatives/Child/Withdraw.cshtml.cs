using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

public sealed class WithdrawModel : SitePage
{
    public Initiative Initiative { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (Initiative.Stage == InitiativeStage.Withdrawn)
        {
            // Pressed twice: it is taken back already.
            return Tell($"/{Lang}/me", "withdrawn");
        }

        if (InitiativeRules.RefuseToWithdraw(Initiative, Me) is { } refusal)
        {
            return Refuse(refusal);
        }

        var waiting = await Db.ModerationCases.SingleOrDefaultAsync(c => c.ItemId == Initiative.Id && c.DecidedAt == null);
        waiting?.Withdraw(Now);
        Initiative.Withdraw(Now);
        return await Db.TrySaveAsync() ? Tell($"/{Lang}/me", "withdrawn") : Refuse(InitiativeRules.NotEditable);
    }

    private async Task<bool> FindAsync(int number)
    {
        Initiative = (await Db.Initiatives.InLocality(Here.Id).SingleOrDefaultAsync(i => i.Number == number && i.Number > 0 && i.AuthorId == Me.Id))!;
        return Initiative is not null;
    }
}
