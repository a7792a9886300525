using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Group;

/// <summary>New words for an idea, printed once; the old ones open nothing any more.</summary>
public sealed class WordsModel(CardPepper pepper) : SitePage
{
    public TrackingSheet? Sheet { get; private set; }

    public IActionResult OnGet(int number) => Redirect($"{Desk}/group-ideas/{number}");

    public async Task<IActionResult> OnPostAsync(int number)
    {
        var idea = await Db.Initiatives.InLocality(Here.Id).SingleOrDefaultAsync(i => i.Number == number && i.Number > 0 && i.GroupSize != null);
        if (idea is null)
        {
            return NotFound();
        }

        var words = TrackingWords.New();
        idea.PrintTrackingWords(pepper.HashOf(words), As(Role.Facilitator), Now);
        if (!await Db.TrySaveAsync())
        {
            return Refuse(Refusal.Busy);
        }

        Sheet = TrackingSheet.Of(this, idea, words);
        return Page();
    }
}
