using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

[AtHome]
public sealed class NewGoalModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int? Of { get; set; }

    /// <summary>Only this answer is changed; the check comes next.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Only { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var draft = await Step.FindDraftAsync(this, Db, Of);
        Input.Goal = draft?.Goal;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || !Enum.IsDefined(Input.Goal!.Value))
        {
            return ModelState.IsValid ? Refuse(InitiativeRules.GoalMissing, "Input.Goal") : Invalid();
        }

        await Step.SaveAsync(this, Db, Of, draft => draft.ChooseGoal(Input.Goal.Value, Now), () => Initiative.Begin(Me, Now));
        return Redirect(Step.Goal.LinkOnward(this, Of, Only));
    }

    public sealed class InputModel
    {
        [Required]
        public GoalArea? Goal { get; set; }
    }
}
