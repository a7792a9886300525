using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils;

public sealed class RecommendationModel : SitePage
{
    public Recommendation Recommendation { get; private set; } = null!;

    public IReadOnlyList<(int Number, string Title)> Measures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number)
    {
        var found = await Db.Recommendations.AsNoTracking().InLocality(Here.Id)
            .SingleOrDefaultAsync(r => r.Number == number && r.Stage != RecommendationStage.Draft);
        if (found is null)
        {
            return NotFound();
        }

        Recommendation = found;
        var measures = await Db.Measures.IgnoreAutoIncludes().Where(m => m.RecommendationId == found.Id).Select(m => new { m.Number, m.Title }).ToListAsync();
        Measures = measures.ConvertAll(m => (m.Number, m.Title));
        return Page();
    }
}
