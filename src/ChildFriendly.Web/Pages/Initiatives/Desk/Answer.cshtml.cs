using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Pages.Shared;
using ChildFriendly.Web.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Desk;

public sealed class AnswerModel : SitePage, IAnswerPage
{
    [BindProperty(Name = nameof(Input))]
    public AnswerInput Input { get; set; } = new();

    public Initiative Initiative { get; private set; } = null!;

    public int Supporters { get; private set; }

    public bool NeedsReason => true;

    public AnswerQuality Quality => Input.QualityOf(RomanianTime.DateOf(Initiative.PublishedAt ?? Initiative.ChangedAt), Initiative.AnswerDueOn, Today);

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    /// <summary>Says what the answer still lacks; nothing is saved.</summary>
    public async Task<IActionResult> OnPostCheckAsync(int number)
    {
        AnswerInput.KeepOnly(ModelState);
        return await FindAsync(number) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (Input.Reason is null)
        {
            ModelState.AddModelError("Input.Reason", ErrorKeys.Required);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (IsAnsweredSo())
        {
            // Pressed twice: it is published already.
            return Tell($"{Desk}/initiatives/{number}", "answered");
        }

        if (InitiativeRules.RefuseToAnswer(Initiative) is { } refusal)
        {
            return Refuse(refusal);
        }

        if (Input.Refuse(Today) is { } wrong)
        {
            return Refuse(wrong.Refusal, wrong.Field);
        }

        Initiative.Answer(Input.ToAnswer(), As(Role.CouncilStaff), Now);
        if (await Db.TrySaveAsync())
        {
            return Tell($"{Desk}/initiatives/{number}", "answered");
        }

        Db.ChangeTracker.Clear();
        return await FindAsync(number) && IsAnsweredSo() ? Tell($"{Desk}/initiatives/{number}", "answered") : Refuse(InitiativeRules.NotAnswerable);
    }

    /// <summary>The last step of the initiative is the answer of this form, word by word.</summary>
    private bool IsAnsweredSo() => Initiative.Timeline.MaxBy(t => t.Position) is { WithdrawnAt: null } last && last.Stage == Initiative.StageAfter(Input.Decision!.Value)
        && last.ReasonKey == Initiative.KeyOf(Input.Reason!.Value) && last.Sentence == Input.Sentence && last.Office == Input.Office
        && (last.Young ?? "", last.Follows ?? "", last.FollowsOn) == (Input.Young, Input.Follows, Input.FollowsOn);

    private async Task<bool> FindAsync(int number)
    {
        Initiative = (await Db.Initiatives.InLocality(Here.Id).Published().SingleOrDefaultAsync(i => i.Number == number))!;
        if (Initiative is null)
        {
            return false;
        }

        Supporters = await Db.Supports.CountAsync(s => s.InitiativeId == Initiative.Id);
        return true;
    }
}
