using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>What a measure comes from: what was voted on and decided, and what groups of children said.</summary>
public sealed class SourcesModel : SitePage
{
    [BindProperty(Name = nameof(Chosen))]
    public List<string> Chosen { get; set; } = [];

    public Measure Measure { get; private set; } = null!;

    public IReadOnlyList<MeasureSourceLine> All { get; private set; } = [];

    public string Back => $"{Desk}/plan/{Measure.Number}";

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        Chosen = [.. Measure.Sources.Select(s => $"{s.Kind} {s.ItemId:N}")];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        // What is hidden just now was not on the form, and stays linked.
        var offered = All.Select(l => (l.Kind, l.ItemId)).ToHashSet();
        var kept = Measure.Sources.Select(s => (s.Kind, s.ItemId)).Where(s => !offered.Contains(s));
        Measure.ComeFrom([.. All.Where(l => Chosen.Contains(l.Value)).Select(l => (l.Kind, l.ItemId)), .. kept], As(Role.CouncilStaff), Now);
        return await Db.TrySaveAsync() ? Tell(Back, "measure-linked") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindAsync(int number)
    {
        Measure = (await Db.Measures.InLocality(Here.Id).Include(m => m.Sources).SingleOrDefaultAsync(m => m.Number == number))!;
        if (Measure is null)
        {
            return false;
        }

        var linked = await Db.MeasureSourcesAsync(Here.Id, [.. Measure.Sources.Select(s => s.ItemId)]);
        All = [.. linked.Concat(await Db.MeasureSourcesAsync(Here.Id, null)).DistinctBy(l => l.Value, StringComparer.Ordinal).OrderBy(l => l.Kind)];
        return true;
    }
}
