using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils;

/// <summary>One thing that a recommendation rests on, as a link below the locality's home.</summary>
public sealed record SourceLine(SourceKind Kind, Guid ItemId, string Path, string Title, string Language)
{
    /// <summary>What a form sends.</summary>
    public string Value => $"{Kind} {ItemId:N}";
}

/// <summary>A recommendation that rests on something, seen from there.</summary>
public sealed record RestingLine(int Number, string Title, RecommendationStage Stage);

/// <summary>From a recommendation to what it rests on, and back: only what is public on both sides.</summary>
public static class RecommendationSources
{
    private const int Most = 40;

    public static async Task<IReadOnlyList<SourceLine>> SourcesAsync(this ChildFriendlyDb db, Recommendation recommendation)
    {
        var lines = new List<SourceLine>();
        foreach (var kind in Enum.GetValues<SourceKind>())
        {
            var ids = recommendation.Sources.Where(s => s.Kind == kind).Select(s => s.ItemId).ToList();
            if (ids.Count > 0)
            {
                lines.AddRange((await db.OfAsync(kind, recommendation.LocalityId, ids)).OrderBy(l => l.Path, StringComparer.Ordinal));
            }
        }

        return lines;
    }

    /// <summary>What a recommendation of the locality can rest on, newest first.</summary>
    public static async Task<IReadOnlyList<SourceLine>> SourcesToChooseAsync(this ChildFriendlyDb db, Guid localityId)
    {
        var lines = new List<SourceLine>();
        foreach (var kind in Enum.GetValues<SourceKind>())
        {
            lines.AddRange(await db.OfAsync(kind, localityId, null));
        }

        return lines;
    }

    public static async Task<IReadOnlyList<RestingLine>> RestingOnAsync(this ChildFriendlyDb db, SourceKind kind, Guid itemId) =>
        await db.Recommendations.AsNoTracking().IgnoreAutoIncludes().Where(r => r.Stage != RecommendationStage.Draft && r.Sources.Any(s => s.Kind == kind && s.ItemId == itemId))
            .OrderBy(r => r.Number).Select(r => new RestingLine(r.Number, r.Title, r.Stage)).ToListAsync();

    /// <summary>By finding, for a page that shows many of them.</summary>
    public static async Task<ILookup<Guid, RestingLine>> RestingOnFindingsAsync(this ChildFriendlyDb db, Guid localityId)
    {
        var rows = await db.Recommendations.AsNoTracking().IgnoreAutoIncludes().InLocality(localityId).Where(r => r.Stage != RecommendationStage.Draft)
            .SelectMany(r => r.Sources.Where(s => s.Kind == SourceKind.Finding), (r, s) => new { s.ItemId, r.Number, r.Title, r.Stage }).ToListAsync();
        return rows.ToLookup(r => r.ItemId, r => new RestingLine(r.Number, r.Title, r.Stage));
    }

    /// <param name="ids">Null for the newest of all.</param>
    private static async Task<IReadOnlyList<SourceLine>> OfAsync(this ChildFriendlyDb db, SourceKind kind, Guid localityId, List<Guid>? ids)
    {
        switch (kind)
        {
            case SourceKind.Initiative:
                var ideas = db.Initiatives.AsNoTracking().IgnoreAutoIncludes().InLocality(localityId).Published().Where(i => i.Title != "" && (ids == null || ids.Contains(i.Id)));
                return await ideas.OrderByDescending(i => i.Number).Take(Most).Select(i => new SourceLine(kind, i.Id, $"initiatives/{i.Number}", i.Title, i.Language)).ToListAsync();
            case SourceKind.Consultation:
                var votes = db.Consultations.AsNoTracking().IgnoreAutoIncludes().InLocality(localityId)
                    .Where(c => (c.Stage == ConsultationStage.Counted || c.Stage == ConsultationStage.Decided || c.Stage == ConsultationStage.FollowedUp) && (ids == null || ids.Contains(c.Id)));
                return await votes.OrderByDescending(c => c.Number).Take(Most)
                    .Select(c => new SourceLine(kind, c.Id, $"consultations/{c.Number}/results", c.Title, Initiative.DefaultLanguage)).ToListAsync();
            default:
                var findings = db.Findings.AsNoTracking().InLocality(localityId).Where(f => f.IsPublished && (ids == null || ids.Contains(f.Id)));
                return await findings.OrderByDescending(f => f.Id).Take(Most)
                    .Join(db.FocusGroupSessions.IgnoreAutoIncludes(), f => f.SessionId, g => g.Id, (f, g) => new SourceLine(kind, f.Id, $"focus-groups#g{g.Number}", f.Statement, Initiative.DefaultLanguage))
                    .ToListAsync();
        }
    }
}
