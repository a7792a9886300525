using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

public sealed class AnswerModel : SitePage
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

        if (Recommendation.AnswerReason == Input.Reason && Recommendation.Decision == Input.Decision)
        {
            // Pressed twice: it is published already.
            return Tell($"{Desk}/council", "answered");
        }

        if (RecommendationRules.RefuseToAnswer(Recommendation) is { } refusal)
        {
            return Refuse(refusal);
        }

        Recommendation.Answer(Input.Decision!.Value, Input.Reason, Input.Office, As(Role.CouncilStaff), Now);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/council", "answered") : Refuse(RecommendationRules.NotWaiting);
    }

    private async Task<bool> FindAsync(int number)
    {
        Recommendation = (await Db.Recommendations.InLocality(Here.Id).SingleOrDefaultAsync(r => r.Number == number))!;
        return Recommendation is not null;
    }

    public sealed class InputModel
    {
        [Required, EnumDataType(typeof(Decision))]
        public Decision? Decision { get; set; }

        [Required, StringLength(Recommendation.ReasonMaxLength), DataType(DataType.MultilineText)]
        public string Reason { get; set; } = "";

        [Required, StringLength(Recommendation.AddresseeMaxLength)]
        public string Office { get; set; } = "";
    }
}
