using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

public sealed class ListModel : SitePage
{
    public ActionPlan? Plan { get; private set; }

    public IReadOnlyList<MeasureLine> Measures { get; private set; } = [];

    public IReadOnlyList<(int Number, string Title)> Waiting { get; private set; } = [];

    /// <summary>How many things need somebody this month.</summary>
    public int Needs { get; private set; }

    public async Task OnGetAsync()
    {
        Needs = (await Db.NeedsAsync(Here.Id, Now)).Count;
        Plan = await Db.ActionPlans.AsNoTracking().InLocality(Here.Id).OrderByDescending(p => p.FromYear).FirstOrDefaultAsync();
        Measures = await Db.Measures.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).OrderBy(m => m.Number)
            .Select(m => new MeasureLine(m.Number, m.Goal, m.Title, m.Responsible, m.DueOn, m.Stage, m.InitiativeId != null, m.DoubtedAt != null)).ToListAsync();
        var selected = await Db.Initiatives.InLocality(Here.Id).SelectedForPlan()
            .OrderBy(i => i.Number).Select(i => new { i.Number, i.Title }).ToListAsync();
        Waiting = selected.ConvertAll(i => (i.Number, i.Title));
    }
}
