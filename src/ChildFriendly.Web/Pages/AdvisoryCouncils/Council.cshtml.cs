using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils;

public sealed class CouncilModel : SitePage
{
    public ChildrensCouncil? Council { get; private set; }

    /// <summary>Members by age; empty where numbers are too small to be told.</summary>
    public IReadOnlyList<(AgeBand Band, int Members)> Bands { get; private set; } = [];

    public IReadOnlyList<CouncilMeeting> Coming { get; private set; } = [];

    public IReadOnlyList<CouncilMeeting> Past { get; private set; } = [];

    public IReadOnlyList<RecommendationLine> Recommendations { get; private set; } = [];

    public bool IsMember => CouncilRules.IsMember(Card, Today);

    public async Task OnGetAsync()
    {
        Council = await Db.ChildrensCouncils.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync();
        if (Council is not null && SmallNumbers.Hide([Council.From11To13, Council.From14To17]) is [{ } younger, { } older])
        {
            Bands = [(AgeBand.From11To13, younger), (AgeBand.From14To17, older)];
        }

        var meetings = Db.CouncilMeetings.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id);
        Coming = await meetings.Where(m => m.StartsAt > Now).OrderBy(m => m.StartsAt).Take(6).ToListAsync();
        Past = await meetings.Where(m => m.StartsAt <= Now).OrderByDescending(m => m.StartsAt).Take(12).ToListAsync();
        Recommendations = await Db.Recommendations.AsNoTracking().InLocality(Here.Id).Where(r => r.Stage != RecommendationStage.Draft)
            .OrderByDescending(r => r.Number).Take(50)
            .Select(r => new RecommendationLine(r.Number, r.Title, r.Addressee, r.Stage, r.Decision, r.AnswerDueOn)).ToListAsync();
    }
}

public sealed record RecommendationLine(int Number, string Title, string Addressee, RecommendationStage Stage, Decision? Decision, DateOnly? AnswerDueOn);
