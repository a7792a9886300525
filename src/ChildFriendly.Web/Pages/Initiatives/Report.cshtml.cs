using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Pages.Moderation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives;

public sealed class ReportModel(HidingLimits limits) : ReportPage(limits)
{
    private Initiative initiative = null!;

    public override (string Words, string Language) Named => (initiative.Title, initiative.Language);

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number) => await FindAsync(number) ? await SayAsync(ModerationSubject.Initiative, initiative) : NotFound();

    private async Task<bool> FindAsync(int number)
    {
        initiative = (await Db.Initiatives.InLocality(Here.Id).Published().SingleOrDefaultAsync(i => i.Number == number))!;
        return initiative is not null;
    }
}
