using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Safeguarding.National;

public sealed class ListModel : SitePage
{
    public CaseRows Cases { get; private set; } = null!;

    /// <summary>Years that are over, the last one first: how many there were in each locality, null where that is not told.</summary>
    public IReadOnlyList<(int Year, IReadOnlyList<(string Place, int? Count)> Figures)> Years { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Cases = new CaseRows(await CaseRow.ReadAsync(Db, Db.SafeguardingCases.PassedOn()), "/staff/national/safeguarding", Now);
        var thisYear = RomanianTime.FromLocal(new DateTime(Today.Year, 1, 1));
        var places = await Db.Localities.AsNoTracking().OrderBy(l => l.Name).ToListAsync();
        var counted = await Db.SafeguardingCases.Where(c => c.OpenedAt < thisYear).GroupBy(c => new { c.LocalityId, c.OpenedAt.Year }).Select(g => new { g.Key.LocalityId, g.Key.Year, Count = g.Count() }).ToListAsync();
        Years = [.. counted.GroupBy(c => c.Year).OrderByDescending(g => g.Key).Select(g => (g.Key, Told(places.ConvertAll(l => (l.Name, g.SingleOrDefault(c => c.LocalityId == l.Id)?.Count ?? 0)))))];
    }

    private static IReadOnlyList<(string Place, int? Count)> Told(List<(string Place, int Count)> figures) =>
        [.. figures.Zip(SmallNumbers.Hide(figures.ConvertAll(f => f.Count)), (f, told) => (f.Place, told))];
}
