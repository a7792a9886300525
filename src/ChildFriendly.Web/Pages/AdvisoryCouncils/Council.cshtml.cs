using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils;

public sealed class CouncilModel : SitePage
{
    public ChildrensCouncil? Council { get; private set; }

    public IReadOnlyList<CouncilMeeting> Meetings { get; private set; } = [];

    public IReadOnlyList<RecommendationLine> Recommendations { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Council = await Db.ChildrensCouncils.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync();
        Meetings = await Db.CouncilMeetings.AsNoTracking().InLocality(Here.Id).OrderByDescending(m => m.StartsAt).Take(12).ToListAsync();
        Recommendations = await Db.Recommendations.AsNoTracking().InLocality(Here.Id).Where(r => r.Stage != RecommendationStage.Draft)
            .OrderByDescending(r => r.Number).Take(50)
            .Select(r => new RecommendationLine(r.Number, r.Title, r.Addressee, r.Stage, r.AnswerDueOn)).ToListAsync();
    }
}

public sealed record RecommendationLine(int Number, string Title, string Addressee, RecommendationStage Stage, DateOnly? AnswerDueOn);
