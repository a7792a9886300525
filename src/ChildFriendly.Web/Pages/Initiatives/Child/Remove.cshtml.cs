using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

/// <summary>A child asks for their published idea to be taken down.</summary>
public sealed class RemoveModel : SitePage
{
    public Initiative Initiative { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (Refusal is not null && Refusal != InitiativeRules.RemovalRequestedAlready)
        {
            return Refuse(Refusal);
        }

        if (Refusal is null)
        {
            Initiative.RequestRemoval(Now);
            if (!await Db.TrySaveAsync())
            {
                return Refuse(Core.Shared.Refusal.Busy);
            }
        }

        return Tell($"{Home}/initiatives/{number}", "removal-requested");
    }

    private async Task<bool> FindAsync(int number)
    {
        Initiative = (await Db.Initiatives.InLocality(Here.Id).SingleOrDefaultAsync(i => i.Number == number && i.Number > 0 && i.AuthorId == Me.Id))!;
        Refusal = Initiative is null ? null : InitiativeRules.RefuseToRequestRemoval(Initiative, Me);
        return Initiative is not null;
    }
}
