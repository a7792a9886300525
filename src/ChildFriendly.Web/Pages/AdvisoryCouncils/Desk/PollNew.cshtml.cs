using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>A question to the members of the council.</summary>
public sealed class PollNewModel : SitePage
{
    private const int UsualDays = 7;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public void OnGet() => Input.ClosesOn = Today.AddDays(UsualDays);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var options = MeetingRules.PointsOf(Input.Options);
        if (PollRules.RefuseOptions(options.ToList()) is { } few)
        {
            return Refuse(few, "Input.Options");
        }

        if (PollRules.RefuseClosingDay(Input.ClosesOn!.Value, Today) is { } refusal)
        {
            return Refuse(refusal, "Input.ClosesOn");
        }

        var poll = CouncilPoll.Ask(Here.Id, Input.Question, options, Input.ClosesOn.Value, As(Role.CouncilCoordinator), Now, Input.FormId);
        Db.Add(poll);
        return await Db.SaveOnceAsync(poll) ? Tell($"{Desk}/council", "poll-asked") : Refuse(Refusal.Busy);
    }

    public sealed class InputModel
    {
        /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = Guid.CreateVersion7();

        [Required, StringLength(CouncilPoll.QuestionMaxLength)]
        public string Question { get; set; } = "";

        [Required, StringLength(CouncilPoll.MostOptions * (CouncilPoll.OptionMaxLength + 1) * 2), DataType(DataType.MultilineText)]
        public string Options { get; set; } = "";

        [Required]
        public DateOnly? ClosesOn { get; set; }
    }
}
