using ChildFriendly.Core.Data;
using ChildFriendly.Core.Safeguarding;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Safeguarding;

/// <summary>A case in a list: how urgent it is and where it stands, without a word of it.</summary>
public sealed record CaseRow(SafeguardingCase Case, string Place)
{
    private const int ClosedShown = 50;

    /// <summary>What nobody has seen first, then what is due first; after them what was closed last.</summary>
    public static async Task<IReadOnlyList<CaseRow>> ReadAsync(ChildFriendlyDb db, IQueryable<SafeguardingCase> cases)
    {
        var places = await db.Localities.AsNoTracking().ToDictionaryAsync(l => l.Id, l => l.Name);
        var bare = cases.AsNoTracking().IgnoreAutoIncludes();
        var open = await bare.Where(c => c.ClosedAt == null).ToListAsync();
        var closed = await bare.Where(c => c.ClosedAt != null).OrderByDescending(c => c.ClosedAt).Take(ClosedShown).ToListAsync();
        return [.. open.OrderBy(c => c.AcknowledgedAt is not null).ThenBy(c => c.FirstActAt is not null).ThenBy(SafeguardingRules.DueAt).Concat(closed).Select(c => new CaseRow(c, places[c.LocalityId]))];
    }
}

/// <param name="Address">Of the list.</param>
public sealed record CaseRows(IReadOnlyList<CaseRow> Rows, string Address, DateTime Now);
