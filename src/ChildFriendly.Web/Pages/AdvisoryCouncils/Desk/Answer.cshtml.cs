using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

public sealed class AnswerModel : SitePage, IAnswerPage
{
    [BindProperty(Name = nameof(Input))]
    public AnswerInput Input { get; set; } = new();

    public Recommendation Recommendation { get; private set; } = null!;

    public bool NeedsReason => false;

    public AnswerQuality Quality => Input.QualityOf(RomanianTime.DateOf(Recommendation.SentAt ?? Now), Recommendation.AnswerDueOn, Today);

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        Input.Office = Recommendation.Addressee;
        return Page();
    }

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

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Recommendation.Answered?.Words == Input.ToAnswer())
        {
            // Pressed twice: it is published already.
            return Tell($"{Desk}/council", "answered");
        }

        if (RecommendationRules.RefuseToAnswer(Recommendation) is { } refusal)
        {
            return Refuse(refusal);
        }

        if (Input.Refuse(Today) is { } wrong)
        {
            return Refuse(wrong.Refusal, wrong.Field);
        }

        Recommendation.Answer(Input.ToAnswer(), As(Role.CouncilStaff), Now);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/council", "answered") : Refuse(RecommendationRules.NotWaiting);
    }

    private async Task<bool> FindAsync(int number)
    {
        Recommendation = (await Db.Recommendations.InLocality(Here.Id).SingleOrDefaultAsync(r => r.Number == number && r.Number > 0))!;
        return Recommendation is not null;
    }
}
