using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans;

public sealed class MeasureModel : SitePage
{
    public Measure Measure { get; private set; } = null!;

    public (int Number, string Title, InitiativeStage Stage, string Language)? Initiative { get; private set; }

    /// <summary>Whether children voted on the idea behind it.</summary>
    public bool WasVotedOn { get; private set; }

    public (int Number, string Title)? Recommendation { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number)
    {
        var found = await Db.Measures.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(m => m.Number == number);
        if (found is null)
        {
            return NotFound();
        }

        Measure = found;
        if (found.InitiativeId is { } initiativeId)
        {
            var initiative = await Db.Initiatives.IgnoreAutoIncludes().Where(i => i.Id == initiativeId)
                .Select(i => new { i.Number, i.Title, i.Stage, i.Language, i.IsSuspended, WasVotedOn = i.Timeline.Any(t => t.Stage == InitiativeStage.OnBallot) }).SingleAsync();
            WasVotedOn = initiative.WasVotedOn;
            Initiative = initiative.Stage.IsPublic() && !initiative.IsSuspended ? (initiative.Number, initiative.Title, initiative.Stage, initiative.Language) : null;
        }

        if (found.RecommendationId is { } recommendationId)
        {
            var recommendation = await Db.Recommendations.SingleAsync(r => r.Id == recommendationId);
            Recommendation = (recommendation.Number, recommendation.Title);
        }

        return Page();
    }
}
