using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>Invites to a meeting; it stands on the council's page and in its calendar at once.</summary>
public sealed class MeetingNewModel : SitePage, IMeetingPage
{
    private const int UsualHour = 15;

    [BindProperty(Name = nameof(Input))]
    public MeetingInput Input { get; set; } = new();

    public void OnGet()
    {
        var day = RomanianTime.ToLocal(Now).Date.AddDays(14);
        (Input.StartsAt, Input.EndsAt) = (day.AddHours(UsualHour), day.AddHours(UsualHour + MeetingRules.UsualHours));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Input.Refuse(Now) is { } wrong)
        {
            return Refuse(wrong.Refusal, wrong.Field);
        }

        var meeting = CouncilMeeting.Invite(
            Here.Id, await Db.NextNumberAsync<CouncilMeeting>(Here.Id), Input.Name, Input.Place, Input.Start, Input.Agenda ?? "", As(Role.CouncilCoordinator), Now, Input.End,
            Input.Invitation ?? "", Input.FormId);
        Db.Add(meeting);
        return await Db.SaveOnceAsync(meeting) ? Tell($"{Desk}/council", "meeting-called") : Refuse(Refusal.Busy);
    }
}
