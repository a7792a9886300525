using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>The coordinator records that children went and saw that it is done.</summary>
public sealed class ConfirmModel : SitePage
{
    public Initiative Initiative { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (Initiative.Stage == InitiativeStage.ConfirmedByChildren)
        {
            return Tell($"{Desk}/council", "confirmed");
        }

        if (InitiativeRules.RefuseToConfirm(Initiative) is { } refusal)
        {
            return Refuse(refusal);
        }

        Initiative.ConfirmByChildren(As(Role.CouncilCoordinator), Now);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/council", "confirmed") : Refuse(InitiativeRules.NotConfirmable);
    }

    private async Task<bool> FindAsync(int number)
    {
        Initiative = (await Db.Initiatives.InLocality(Here.Id).Published().SingleOrDefaultAsync(i => i.Number == number))!;
        return Initiative is not null;
    }
}
