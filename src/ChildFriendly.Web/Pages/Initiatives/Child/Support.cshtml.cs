using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

public sealed class SupportModel : SitePage
{
    public Initiative Initiative { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (InitiativeRules.RefuseToSupport(Initiative, Me) is { } refusal)
        {
            return Refuse(refusal);
        }

        Db.Add(Support.Of(Initiative, Me, Now));

        // Pressed twice is supported once; the child wanted just that.
        await Db.TrySaveAsync();
        return Tell($"{Home}/initiatives/{number}", "supported");
    }

    public async Task<IActionResult> OnPostBackAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (InitiativeRules.RefuseToTakeBackSupport(Initiative) is { } refusal)
        {
            return Refuse(refusal);
        }

        if (await Db.Supports.SingleOrDefaultAsync(s => s.InitiativeId == Initiative.Id && s.ParticipantId == Me.Id) is { } mine)
        {
            mine.TakeBack(Now);
            Db.Remove(mine);
            await Db.RemoveWithChecksAsync(await Db.Remarks.Where(r => r.Kind == ModerationSubject.SupportReason && r.AboutId == Initiative.Id && r.AuthorId == Me.Id).ToListAsync(), Now);
            await Db.TrySaveAsync();
        }

        return Tell($"{Home}/initiatives/{number}", "support-taken-back");
    }

    private async Task<bool> FindAsync(int number)
    {
        Initiative = (await Db.Initiatives.InLocality(Here.Id).Published().SingleOrDefaultAsync(i => i.Number == number))!;
        return Initiative is not null;
    }
}
