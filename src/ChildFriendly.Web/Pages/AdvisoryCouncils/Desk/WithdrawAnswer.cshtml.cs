using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>An answer that was wrong stays to be read, as withdrawn, and the clock runs on.</summary>
public sealed class WithdrawAnswerModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Recommendation Recommendation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

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

        if (Recommendation is { Stage: RecommendationStage.Sent } && Recommendation.Answers.Any(a => a.WithdrawnBecause == Input.Because))
        {
            // Pressed twice: it is withdrawn already.
            return Tell($"{Desk}/council", "answer-withdrawn");
        }

        if (RecommendationRules.RefuseToWithdrawAnswer(Recommendation) is { } refusal)
        {
            return Refuse(refusal);
        }

        Recommendation.WithdrawAnswer(Input.Because, As(Role.CouncilStaff), Now);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/council", "answer-withdrawn") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindAsync(int number)
    {
        Recommendation = (await Db.Recommendations.InLocality(Here.Id).SingleOrDefaultAsync(r => r.Number == number && r.Number > 0))!;
        return Recommendation is not null;
    }

    public sealed class InputModel
    {
        [Required, StringLength(OwedAnswer.WithdrawnBecauseMaxLength), DataType(DataType.MultilineText)]
        public string Because { get; set; } = "";
    }
}
