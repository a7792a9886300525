using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>What a recommendation rests on: ideas, results of votes, findings of groups.</summary>
public sealed class SourcesModel : SitePage
{
    [BindProperty(Name = nameof(Chosen))]
    public List<string> Chosen { get; set; } = [];

    public Recommendation Recommendation { get; private set; } = null!;

    public IReadOnlyList<SourceLine> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Chosen = [.. Recommendation.Sources.Select(s => $"{s.Kind} {s.ItemId:N}")];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        // What is hidden just now was not on the form, and stays linked.
        var offered = All.Select(l => (l.Kind, l.ItemId)).ToHashSet();
        var kept = Recommendation.Sources.Select(s => (s.Kind, s.ItemId)).Where(s => !offered.Contains(s));
        Recommendation.RestOn([.. All.Where(l => Chosen.Contains(l.Value)).Select(l => (l.Kind, l.ItemId)), .. kept], As(Role.CouncilCoordinator), Now);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/council/recommendations/{id}", "recommendation-linked") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Recommendation = (await Db.Recommendations.InLocality(Here.Id).SingleOrDefaultAsync(r => r.Id == id))!;
        if (Recommendation is null)
        {
            return false;
        }

        var newest = await Db.SourcesToChooseAsync(Here.Id);
        All = [.. (await Db.SourcesAsync(Recommendation)).Concat(newest).DistinctBy(l => l.Value, StringComparer.Ordinal).OrderBy(l => l.Kind)];
        return true;
    }
}
