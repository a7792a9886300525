using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Web.Pages.Initiatives.Child;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Child;

/// <summary>A draft that members write together: each sees what a moderator has checked, and what they wrote themselves.</summary>
[AtHome]
public sealed class DraftModel(Concerns concerns) : SayPage(concerns)
{
    public Recommendation Draft { get; private set; } = null!;

    /// <summary>By anybody, without saying by whom.</summary>
    public IReadOnlyList<CouncilContribution> Said { get; private set; } = [];

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

        return await SendAsync(Input.Kind, id);
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if (!CouncilRules.IsMember(Card, Today)
            || await Db.Recommendations.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(r => r.Id == id && r.Stage == RecommendationStage.Draft) is not { } draft)
        {
            return false;
        }

        Draft = draft;
        var all = await Db.CouncilContributions.AsNoTracking().Where(c => c.RecommendationId == id && (c.Stage == ShortTextStage.Published || c.AuthorId == Me.Id))
            .OrderBy(c => c.WrittenOn).ThenBy(c => c.Id).ToListAsync();
        Said = all.FindAll(c => c.Stage == ShortTextStage.Published);
        Mine = all.FindAll(c => c.AuthorId == Me.Id && c.Stage != ShortTextStage.Published);
        return true;
    }
}
