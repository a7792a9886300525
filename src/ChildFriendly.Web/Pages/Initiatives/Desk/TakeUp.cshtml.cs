using ChildFriendly.Web.Texts;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Desk;

public sealed class TakeUpModel : SitePage
{
    public IActionResult OnGet(int number) => Redirect($"{Desk}/initiatives/{number}");

    public async Task<IActionResult> OnPostAsync(int number)
    {
        var initiative = await Db.Initiatives.InLocality(Here.Id).Published().SingleOrDefaultAsync(i => i.Number == number);
        if (initiative is null)
        {
            return NotFound();
        }

        if (InitiativeRules.RefuseToTakeUp(initiative) is null)
        {
            initiative.TakeUpForReview(HttpContext.RequestServices.GetRequiredService<Wording>()["desk.initiatives.town-hall"], As(Role.CouncilStaff), Now);
            await Db.TrySaveAsync();
        }

        return Tell($"{Desk}/initiatives/{number}", initiative.Stage == InitiativeStage.UnderReview ? "taken-up" : "not-taken-up");
    }
}
