using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

/// <summary>The child asks that somebody else look at an idea that was not published.</summary>
public sealed class AppealModel : SitePage
{
    public Initiative Initiative { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) && InitiativeRules.RefuseToAppeal(Initiative, Me) is null ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (Initiative is { IsAppealed: true, Stage: InitiativeStage.Submitted })
        {
            // Pressed twice: it waits already.
            return Tell($"{Home}/initiatives/{number}", "appealed");
        }

        if (InitiativeRules.RefuseToAppeal(Initiative, Me) is { } refusal)
        {
            return Refuse(refusal);
        }

        await Db.AppealAsync(Initiative, Now);
        return await Db.TrySaveAsync() ? Tell($"{Home}/initiatives/{number}", "appealed") : Refuse(ModerationRules.NotAppealable);
    }

    private async Task<bool> FindAsync(int number)
    {
        Initiative = (await Db.Initiatives.InLocality(Here.Id).SingleOrDefaultAsync(i => i.Number == number && i.Number > 0 && i.AuthorId == Me.Id))!;
        return Initiative is not null;
    }
}
