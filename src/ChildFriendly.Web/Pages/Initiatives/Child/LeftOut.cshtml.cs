using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

/// <summary>The child does not agree with what was left out: somebody else looks.</summary>
public sealed class LeftOutModel : SitePage
{
    public Initiative Initiative { get; private set; } = null!;

    public IReadOnlyList<Redaction> LeftOut { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        // Pressed twice it waits already.
        foreach (var part in LeftOut.Where(r => r.Stage == RedactionStage.Told))
        {
            part.ObjectTo(Now);
        }

        await Db.TrySaveAsync();
        return Tell($"{Home}/initiatives/{number}", "appealed");
    }

    private async Task<bool> FindAsync(int number)
    {
        Initiative = (await Db.Initiatives.InLocality(Here.Id).SingleOrDefaultAsync(i => i.Number == number && i.Number > 0 && i.AuthorId == Me.Id))!;
        LeftOut = Initiative is null ? [] : await Db.Redactions.LeftOutOfAsync(Initiative.Id);
        return LeftOut.Count > 0 && Initiative!.Stage.IsPublic();
    }
}
