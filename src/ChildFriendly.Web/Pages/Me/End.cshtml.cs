using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Me;

/// <summary>The child ends their participation and says what becomes of their published ideas.</summary>
public sealed class EndModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public bool HasPublished { get; private set; }

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!HasPublished)
        {
            ModelState.Remove("Input.Ideas");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (!await Db.EndAsync(Me.Id, Input.Ideas != Wish.Remove, Actor.Child, Now) && await Db.Participants.AnyAsync(p => p.Id == Me.Id))
        {
            return Refuse(Refusal.Busy);
        }

        await HttpContext.ForgetChildAsync();
        return Tell($"/{Lang}", "ended");
    }

    private async Task LoadAsync() => HasPublished = await Db.Initiatives.Published().AnyAsync(i => i.AuthorId == Me.Id);

    public enum Wish
    {
        Keep,
        Remove,
    }

    public sealed class InputModel
    {
        [Required, EnumDataType(typeof(Wish))]
        public Wish? Ideas { get; set; }
    }
}
