using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans;

/// <summary>How children live here now: what the plan starts from.</summary>
public sealed class SituationModel : SitePage
{
    public SituationAnalysis Situation { get; private set; } = null!;

    /// <summary>Focus groups of which something is published.</summary>
    public IReadOnlyList<(int Number, string Topic)> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Situation = (await Db.SituationAnalyses.AsNoTracking().InLocality(Here.Id).Include(s => s.Indicators).Include(s => s.Groups).AsSplitQuery()
            .Where(s => s.Stage == SituationStage.Published).OrderByDescending(s => s.PublishedOn).FirstOrDefaultAsync())!;
        if (Situation is null)
        {
            return NotFound();
        }

        var ids = Situation.Groups.Select(g => g.SessionId).ToList();
        var groups = await Db.FocusGroupSessions.IgnoreAutoIncludes().Where(g => ids.Contains(g.Id) && g.Findings.Any(f => f.IsPublished)).OrderBy(g => g.Number)
            .Select(g => new { g.Number, g.Topic }).ToListAsync();
        Groups = groups.ConvertAll(g => (g.Number, g.Topic));
        return Page();
    }
}
