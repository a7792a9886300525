using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils;

public sealed class RecommendationModel : SitePage
{
    public Recommendation Recommendation { get; private set; } = null!;

    public IReadOnlyList<SourceLine> Sources { get; private set; } = [];

    public IReadOnlyList<(int Number, string Title)> Measures { get; private set; } = [];

    public static ShownAnswer Show(RecommendationAnswer answer) => new(
        "council.answer", answer.Decision, answer.Reason is { } reason ? Initiative.KeyOf(reason) : null, answer.Text, answer.Young, answer.Office, answer.Follows, answer.FollowsOn, answer.At,
        answer.WithdrawnAt, answer.WithdrawnBecause);

    public async Task<IActionResult> OnGetAsync(int number)
    {
        var found = await Db.Recommendations.AsNoTracking().InLocality(Here.Id)
            .SingleOrDefaultAsync(r => r.Number == number && r.Stage != RecommendationStage.Draft);
        if (found is null)
        {
            return NotFound();
        }

        Recommendation = found;
        Sources = await Db.SourcesAsync(found);
        var measures = await Db.Measures.IgnoreAutoIncludes().InPublicPlan(Db).Where(m => m.RecommendationId == found.Id).Select(m => new { m.Number, m.Title }).ToListAsync();
        Measures = measures.ConvertAll(m => (m.Number, m.Title));
        return Page();
    }
}
