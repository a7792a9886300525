using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Moderation.Desk;

/// <summary>Takes an idea down because its child wants it. There is nothing to weigh: only when, while children vote on it.</summary>
public sealed class RemovalModel : SitePage
{
    public Initiative Initiative { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    /// <summary>A measure of the plan came from it: the measure stays, in the town hall's words.</summary>
    public bool HasMeasure { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (Initiative.Stage != InitiativeStage.Removed)
        {
            if (Refusal is not null)
            {
                return Refuse(Refusal);
            }

            await Db.TakeDownAsync(Initiative, As(Role.Moderator), Now);
            if (!await Db.TrySaveAsync())
            {
                // Pressed twice at the same moment: it is down already.
                Db.ChangeTracker.Clear();
                if (!await FindAsync(number) || Initiative.Stage != InitiativeStage.Removed)
                {
                    return Refuse(Core.Shared.Refusal.Busy);
                }
            }
        }

        return Tell($"{Desk}/moderation", "removed");
    }

    private async Task<bool> FindAsync(int number)
    {
        Initiative = (await Db.Initiatives.InLocality(Here.Id).SingleOrDefaultAsync(i => i.Number == number && i.RemovalRequestedAt != null))!;
        if (Initiative is null)
        {
            return false;
        }

        Refusal = InitiativeRules.RefuseToRemove(Initiative);
        HasMeasure = await Db.Measures.AnyAsync(m => m.InitiativeId == Initiative.Id);
        return true;
    }
}
