using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

public sealed class OverviewModel : SitePage
{
    public IReadOnlyList<Recommendation> Recommendations { get; private set; } = [];

    public IReadOnlyList<(int Number, string Title, bool HasView)> Measures { get; private set; } = [];

    public IReadOnlyList<CouncilMeeting> Meetings { get; private set; } = [];

    public IReadOnlyList<CouncilPoll> Polls { get; private set; } = [];

    /// <summary>What members would like to recommend, checked, that no draft was made of yet.</summary>
    public IReadOnlyList<CouncilContribution> Proposed { get; private set; } = [];

    public bool IsCoordinator => Staff!.Has(Role.CouncilCoordinator, Here.Id);

    public bool IsCouncilStaff => Staff!.Has(Role.CouncilStaff, Here.Id);

    public async Task OnGetAsync()
    {
        Recommendations = await Db.Recommendations.AsNoTracking().InLocality(Here.Id).Where(r => IsCoordinator || r.Stage != RecommendationStage.Draft)
            .OrderByDescending(r => r.Number == 0).ThenByDescending(r => r.Number).ThenByDescending(r => r.Id).Take(100).ToListAsync();
        Meetings = await Db.CouncilMeetings.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).OrderByDescending(m => m.StartsAt).Take(12).ToListAsync();
        Polls = await Db.CouncilPolls.AsNoTracking().InLocality(Here.Id).OrderByDescending(p => p.ClosesOn).Take(6).ToListAsync();
        Proposed = await Db.CouncilContributions.AsNoTracking().InLocality(Here.Id)
            .Where(c => c.Kind == ContributionKind.Wording && c.RecommendationId == null && c.Stage == ShortTextStage.Published)
            .OrderByDescending(c => c.WrittenOn).Take(12).ToListAsync();
        var measures = await Db.Measures.IgnoreAutoIncludes().InLocality(Here.Id).OrderBy(m => m.Number)
            .Select(m => new { m.Number, m.Title, HasView = m.CouncilView != null }).ToListAsync();
        Measures = measures.ConvertAll(m => (m.Number, m.Title, m.HasView));
    }
}
