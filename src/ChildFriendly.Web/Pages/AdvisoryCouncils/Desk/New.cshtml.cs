using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>
/// A new recommendation: as a draft that members go on writing, or recorded as the council has adopted it, which sends it at once and starts the clock.
/// </summary>
public sealed class NewModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public RecommendationInput Input { get; set; } = new();

    /// <param name="from">What a member proposed and a moderator has checked: the draft begins with it.</param>
    public async Task OnGetAsync(Guid? from)
    {
        Input.AdoptedOn = Today;
        Input.Text = await Db.CouncilContributions.InLocality(Here.Id)
            .Where(c => c.Id == from && c.Kind == ContributionKind.Wording && c.Stage == ShortTextStage.Published).Select(c => c.Text).SingleOrDefaultAsync() ?? "";
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.AdoptedOn is null)
        {
            ModelState.AddModelError("Input.AdoptedOn", Tags.ErrorKeys.Required);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (RecommendationRules.RefuseAdoptionDate(Input.AdoptedOn!.Value, Today) is { } refusal)
        {
            return Refuse(refusal, "Input.AdoptedOn");
        }

        var by = As(Role.CouncilCoordinator);
        var recommendation = Recommendation.Adopt(
            Here.Id, await Db.NextNumberAsync<Recommendation>(Here.Id), Input.Name, Input.Text, Input.Addressee, Input.AdoptedOn.Value, by, Now, Input.FormId, Input.Kind!.Value);
        recommendation.Send(by, Now);
        Db.Add(recommendation);
        return await Db.SaveOnceAsync(recommendation) ? Tell($"{Desk}/council", "recommended") : Refuse(Refusal.Busy);
    }

    public async Task<IActionResult> OnPostDraftAsync()
    {
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var draft = Recommendation.Draft(Here.Id, Input.Name, Input.Text, Input.Kind!.Value, Input.Addressee, As(Role.CouncilCoordinator), Now, Input.FormId);
        Db.Add(draft);
        return await Db.SaveOnceAsync(draft) ? Tell($"{Desk}/council/recommendations/{draft.Id}", "draft-saved") : Refuse(Refusal.Busy);
    }
}
