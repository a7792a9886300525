using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Paper;

/// <summary>The votes that have, or can have, ballots on paper.</summary>
public sealed class ListModel : SitePage
{
    public IReadOnlyList<Consultation> Votes { get; private set; } = [];

    public async Task OnGetAsync() => Votes = await Db.Consultations.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id)
        .Where(c => c.Stage == ConsultationStage.Announced || c.Stage == ConsultationStage.Open || c.Stage == ConsultationStage.Closed || Db.PaperBatches.Any(b => b.ConsultationId == c.Id))
        .OrderByDescending(c => c.Number).Take(100).ToListAsync();
}
