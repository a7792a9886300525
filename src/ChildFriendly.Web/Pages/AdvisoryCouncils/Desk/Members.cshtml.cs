using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>The sealed list of members, opened on purpose: each look is recorded. Nothing on it leads to a card.</summary>
public sealed class MembersModel(ISeal seal) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public int Count { get; private set; }

    /// <summary>Null while the list is closed.</summary>
    public IReadOnlyList<(Guid Id, string Name, string Contact)>? Seats { get; private set; }

    public ChildrensCouncil? Council { get; private set; }

    public Refusal? Refusal => CouncilRules.RefuseToHoldMembers(Council, Today);

    public Task OnGetAsync() => FindAsync();

    public async Task<IActionResult> OnPostOpenAsync()
    {
        ModelState.Clear();
        await FindAsync();
        return await OpenAsync() ? Page() : Refuse(Refusal ?? Core.Shared.Refusal.Busy);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await FindAsync();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        var seat = CouncilSeat.Note(Here.Id, Input.Name, Input.Contact ?? "", seal, As(Role.CouncilCoordinator), Now, Input.FormId);
        Db.Add(seat);
        return await Db.SaveOnceAsync(seat) ? Tell(Request.Path, "member-noted") : Refuse(Core.Shared.Refusal.Busy);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid seat)
    {
        ModelState.Clear();
        if (await Db.CouncilSeats.InLocality(Here.Id).SingleOrDefaultAsync(s => s.Id == seat) is { } gone)
        {
            gone.Leave(As(Role.CouncilCoordinator), Now);
            Db.Remove(gone);
            await Db.TrySaveAsync();
        }

        return Tell(Request.Path, "member-removed");
    }

    private async Task FindAsync()
    {
        Council = await Db.ChildrensCouncils.InLocality(Here.Id).SingleOrDefaultAsync();
        Count = await Db.CouncilSeats.InLocality(Here.Id).CountAsync();
    }

    /// <summary>The look is saved before anything is shown.</summary>
    private async Task<bool> OpenAsync()
    {
        if (Council is null)
        {
            return false;
        }

        Council.ReadList(As(Role.CouncilCoordinator), Now);
        if (!await Db.TrySaveAsync())
        {
            return false;
        }

        var seats = await Db.CouncilSeats.AsNoTracking().InLocality(Here.Id).ToListAsync();
        Seats = [.. seats.Select(s => (s.Id, Name: seal.Open(s.SealedName) ?? "?", Contact: seal.Open(s.SealedContact) ?? "?")).OrderBy(s => s.Name, StringComparer.CurrentCulture)];
        return true;
    }

    public sealed class InputModel
    {
        /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = RandomId.New();

        [Required, StringLength(CouncilSeat.NameMaxLength)]
        public string Name { get; set; } = "";

        [StringLength(CouncilSeat.ContactMaxLength)]
        public string? Contact { get; set; }
    }
}
