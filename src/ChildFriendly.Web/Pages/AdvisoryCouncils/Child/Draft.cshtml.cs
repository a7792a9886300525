using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Pages.Initiatives.Child;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Child;

/// <summary>A draft that members write together: each sees what a moderator has checked, and what they wrote themselves.</summary>
[AtHome]
public sealed class DraftModel(Concerns concerns) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public SayInput Input { get; set; } = new();

    public Recommendation Draft { get; private set; } = null!;

    /// <summary>By anybody, without saying by whom.</summary>
    public IReadOnlyList<CouncilContribution> Said { get; private set; } = [];

    public IReadOnlyList<CouncilContribution> Mine { get; private set; } = [];

    public bool HasConcern { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (Input.Kind is not (ContributionKind.Comment or ContributionKind.Wording))
        {
            ModelState.AddModelError("Input.Kind", Tags.ErrorKeys.Required);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Mine.Any(m => m.Id == Input.FormId))
        {
            // Pressed twice.
            return Tell(Request.Path, "council-sent");
        }

        if (await Db.RefuseToSendAsync(Me, Here, Lang, Input.Text, concerns) is { } refusal)
        {
            return Refuse(refusal);
        }

        var sent = await Db.SendAsync(CouncilContribution.Of(Me, Input.Kind, id, Lang, Input.Text, Now, Input.FormId), concerns, Now);
        HasConcern = sent == Submitted.WithConcern;
        return HasConcern ? Page() : sent is null ? Refuse(Refusal.Busy) : Tell(Request.Path, "council-sent");
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if (!CouncilRules.IsMember(Card, Today)
            || await Db.Recommendations.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(r => r.Id == id && r.Stage == RecommendationStage.Draft) is not { } draft)
        {
            return false;
        }

        Draft = draft;
        var all = await Db.CouncilContributions.AsNoTracking().Where(c => c.RecommendationId == id && (c.Stage == ContributionStage.Published || c.AuthorId == Me.Id))
            .OrderBy(c => c.WrittenOn).ThenBy(c => c.Id).ToListAsync();
        Said = all.FindAll(c => c.Stage == ContributionStage.Published);
        Mine = all.FindAll(c => c.AuthorId == Me.Id && c.Stage != ContributionStage.Published);
        return true;
    }
}
