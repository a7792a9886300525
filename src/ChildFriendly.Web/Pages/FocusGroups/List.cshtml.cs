using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.FocusGroups;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Pages.ActionPlans;
using ChildFriendly.Web.Pages.AdvisoryCouncils;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.FocusGroups;

public sealed class ListModel : SitePage
{
    public IReadOnlyList<FocusGroupSession> Sessions { get; private set; } = [];

    public IReadOnlyDictionary<Guid, (int Number, string Title)> Votes { get; private set; } = new Dictionary<Guid, (int, string)>();

    /// <summary>Recommendations of the children's council, by the finding that they rest on.</summary>
    public ILookup<Guid, RestingLine> Resting { get; private set; } = null!;

    /// <summary>Measures of the plan, by the finding that they come from.</summary>
    public ILookup<Guid, MeasureFromLine> CameOfIt { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Sessions = await Db.FocusGroupSessions.AsNoTracking().InLocality(Here.Id).Where(s => s.Findings.Any(f => f.IsPublished))
            .OrderByDescending(s => s.HeldOn).Take(30).ToListAsync();
        Resting = await RecommendationSources.RestingOnFindingsAsync(Db, Here.Id);
        CameOfIt = await Db.MeasuresFromAsync(Here.Id, MeasureSourceKind.Finding);
        var ids = Sessions.SelectMany(s => s.Findings).Select(f => f.ConsultationId).OfType<Guid>().ToList();
        Votes = await Db.Consultations.IgnoreAutoIncludes().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => (c.Number, c.Title));
    }
}
