using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>Moves a meeting or its agenda while it is still to come.</summary>
public sealed class MeetingModel : SitePage, IMeetingPage
{
    [BindProperty(Name = nameof(Input))]
    public MeetingInput Input { get; set; } = new();

    public CouncilMeeting Meeting { get; private set; } = null!;

    public IReadOnlyList<AgendaLine> FromChildren { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        Input = MeetingInput.Of(Meeting);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (MeetingRules.RefuseToMove(Meeting, Now) is { } refusal)
        {
            return Refuse(refusal);
        }

        if (Input.Refuse(Now) is { } wrong)
        {
            return Refuse(wrong.Refusal, wrong.Field);
        }

        if (Meeting.Version != Input.Version)
        {
            Input.Version = Meeting.Version;
            ModelState.Remove("Input.Version");
            return Refuse(Refusal.ChangedMeanwhile);
        }

        Meeting.Move(Input.Name, Input.Place, Input.Start, Input.End, Input.Invitation ?? "", Input.Agenda ?? "", As(Role.CouncilCoordinator), Now);
        Db.Touch(Meeting);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/council", "meeting-moved") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindAsync(int number)
    {
        Meeting = (await Db.CouncilMeetings.InLocality(Here.Id).SingleOrDefaultAsync(m => m.Number == number))!;
        if (Meeting is null)
        {
            return false;
        }

        FromChildren = [.. (await Db.AgendaAsync(Meeting)).Where(p => p.Initiative is not null || p.Proposed is not null)];
        return true;
    }
}
