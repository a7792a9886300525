using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Card;

/// <summary>Once in a school year: is the age on the card still right? Whoever has grown out of it asks for another card.</summary>
[InKeyLanguages]
public sealed class BandModel(PendingForms pending) : SitePage
{
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The child has said that they are older now.</summary>
    public bool HasGrown { get; private set; }

    public IActionResult OnGet() => Child is null ? Redirect($"/{Lang}/card/welcome") : Page();

    public async Task<IActionResult> OnPostAsync(bool older)
    {
        if (Child is null)
        {
            return Redirect($"/{Lang}/card/welcome");
        }

        if (older)
        {
            HasGrown = true;
            return Page();
        }

        var me = await Db.Participants.SingleAsync(p => p.Id == Me.Id);
        me.ConfirmBand(Now);
        if (!await Db.TrySaveAsync())
        {
            return Refuse(Refusal.Busy);
        }

        return Redirect(pending.Find(Me.CardId) is not null ? $"/{Lang}/card/resume" : Url.IsLocalUrl(Back) ? Back : $"/{Lang}/me");
    }
}
