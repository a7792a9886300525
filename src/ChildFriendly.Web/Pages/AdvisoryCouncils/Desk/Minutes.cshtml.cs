using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>What became of a meeting: how many came, what was decided, and in which words children read it.</summary>
public sealed class MinutesModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public CouncilMeeting Meeting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        Input = new InputModel { Attended = Meeting.Attended, Decisions = Meeting.Decisions, Summary = Meeting.Summary ?? "", Young = Meeting.YoungSummary ?? "" };
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

        if (MeetingRules.RefuseToReport(Meeting, Now) is { } refusal)
        {
            return Refuse(refusal);
        }

        Meeting.Report(Input.Attended!.Value, Input.Summary, As(Role.CouncilCoordinator), Now, Input.Young, Input.Decisions ?? "");
        return await Db.TrySaveAsync() ? Tell($"{Desk}/council", "meeting-reported") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindAsync(int number)
    {
        Meeting = (await Db.CouncilMeetings.InLocality(Here.Id).SingleOrDefaultAsync(m => m.Number == number))!;
        return Meeting is not null;
    }

    public sealed class InputModel
    {
        [Required, Range(0, 1000)]
        public int? Attended { get; set; }

        [StringLength(CouncilMeeting.DecisionsMaxLength), DataType(DataType.MultilineText)]
        public string? Decisions { get; set; }

        [Required, StringLength(CouncilMeeting.SummaryMaxLength), DataType(DataType.MultilineText)]
        public string Summary { get; set; } = "";

        [Required, StringLength(CouncilMeeting.YoungSummaryMaxLength), DataType(DataType.MultilineText)]
        public string Young { get; set; } = "";
    }
}
