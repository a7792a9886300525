using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans;

/// <summary>One thing that a measure comes from, as a link below the locality's home.</summary>
/// <param name="About">The vote that an option belongs to; empty for a finding.</param>
public sealed record MeasureSourceLine(MeasureSourceKind Kind, Guid ItemId, string Path, string Title, string Language, string About)
{
    /// <summary>What a form sends.</summary>
    public string Value => $"{Kind} {ItemId:N}";
}

/// <summary>A measure that comes from something, seen from there.</summary>
public sealed record MeasureFromLine(int Number, string Title, MeasureStage Stage);

/// <summary>From a measure to the votes and findings it comes from, and back: only what is public on both sides.</summary>
public static class MeasureSources
{
    private const int Most = 40;

    /// <param name="ids">Null for the newest of all.</param>
    public static async Task<IReadOnlyList<MeasureSourceLine>> MeasureSourcesAsync(this ChildFriendlyDb db, Guid localityId, IReadOnlyCollection<Guid>? ids)
    {
        if (ids is { Count: 0 })
        {
            return [];
        }

        var options = await db.Consultations.AsNoTracking().IgnoreAutoIncludes().InLocality(localityId).Where(c => c.Stage == ConsultationStage.Decided || c.Stage == ConsultationStage.FollowedUp)
            .SelectMany(c => c.Questions, (c, q) => new { c.Number, About = c.Title, q.Options })
            .SelectMany(q => q.Options.Where(o => o.Decision != null && o.Title != ""), (q, o) => new { o.Id, q.Number, q.About, o.Title, o.Language })
            .Where(o => ids == null || ids.Contains(o.Id)).OrderByDescending(o => o.Number).Take(Most).ToListAsync();
        var findings = await db.Findings.AsNoTracking().InLocality(localityId).Where(f => f.IsPublished && (ids == null || ids.Contains(f.Id))).OrderByDescending(f => f.Id).Take(Most)
            .Join(db.FocusGroupSessions.IgnoreAutoIncludes(), f => f.SessionId, g => g.Id, (f, g) => new { f.Id, f.Statement, g.Number }).ToListAsync();
        return
        [
            .. options.Select(o => new MeasureSourceLine(MeasureSourceKind.Vote, o.Id, $"consultations/{o.Number}/results", o.Title, o.Language, o.About)),
            .. findings.Select(f => new MeasureSourceLine(MeasureSourceKind.Finding, f.Id, $"focus-groups#g{f.Number}", f.Statement, Initiative.DefaultLanguage, "")),
        ];
    }

    /// <summary>Measures of public plans, by the option or finding that they come from.</summary>
    public static async Task<ILookup<Guid, MeasureFromLine>> MeasuresFromAsync(this ChildFriendlyDb db, Guid localityId, MeasureSourceKind kind)
    {
        var rows = await db.Measures.AsNoTracking().IgnoreAutoIncludes().InLocality(localityId).InPublicPlan(db)
            .SelectMany(m => m.Sources.Where(s => s.Kind == kind), (m, s) => new { s.ItemId, m.Number, m.Title, m.Stage }).OrderBy(m => m.Number).ToListAsync();
        return rows.ToLookup(r => r.ItemId, r => new MeasureFromLine(r.Number, r.Title, r.Stage));
    }
}
