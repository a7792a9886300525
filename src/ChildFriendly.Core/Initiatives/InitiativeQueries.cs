using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Initiatives;

public static class InitiativeQueries
{
    /// <summary>Words shorter than this say little; longer ones are cut to their stem, which is how Romanian endings are met.</summary>
    private const int StemLength = 5;

    private const int LongestSearch = 100;

    public static IQueryable<Initiative> VisibleTo(this IQueryable<Initiative> initiatives, Guid? participantId) =>
        initiatives.Where(i => (!InitiativeStages.Unpublished.Contains(i.Stage) && !i.IsSuspended) || (participantId != null && i.AuthorId == participantId));

    public static IQueryable<Initiative> Published(this IQueryable<Initiative> initiatives) =>
        initiatives.Where(i => !InitiativeStages.Unpublished.Contains(i.Stage) && !i.IsSuspended);

    /// <summary>Selected by children, and the decision maker has said yes.</summary>
    public static IQueryable<Initiative> SelectedForPlan(this IQueryable<Initiative> initiatives) =>
        initiatives.Where(i => i.Stage == InitiativeStage.Selected && i.Timeline.Any(t => t.Stage == InitiativeStage.Selected && t.Decision != null));

    public static IQueryable<T> InLocality<T>(this IQueryable<T> source, Guid localityId)
        where T : class, ILocal =>
        source.Where(s => s.LocalityId == localityId);

    public static IQueryable<Initiative> Matching(this IQueryable<Initiative> initiatives, string? words)
    {
        foreach (var word in PlainText.Fold(words is { Length: > LongestSearch } ? words[..LongestSearch] : words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            initiatives = initiatives.Where(i => i.SearchText.Contains(word));
        }

        return initiatives;
    }

    /// <summary>Published initiatives of the same locality that share at least two telling words with the draft, most alike first.</summary>
    public static async Task<List<Initiative>> SimilarToAsync(this ChildFriendlyDb db, Initiative draft, int most = 3)
    {
        var stems = PlainText.Fold($"{draft.Title} {draft.Text} {draft.Place}").Split(' ')
            .Where(w => w.Length >= StemLength).Select(w => w[..StemLength]).Distinct(StringComparer.Ordinal).Take(24).ToList();
        if (stems.Count == 0)
        {
            return [];
        }

        var candidates = await db.Initiatives.AsNoTracking().IgnoreAutoIncludes().InLocality(draft.LocalityId)
            .Published().Where(i => i.AuthorId != draft.AuthorId && i.Stage != InitiativeStage.MergedInto && stems.Any(s => i.SearchText.Contains(s)))
            .OrderByDescending(i => i.PublishedAt).Take(200).ToListAsync();
        return candidates
            .Select(i => (Initiative: i, Shared: Shared(i, stems) + (i.Goal == draft.Goal ? 1 : 0)))
            .Where(c => c.Shared >= 3)
            .OrderByDescending(c => c.Shared).Take(most).Select(c => c.Initiative).ToList();
    }

    private static int Shared(Initiative initiative, List<string> stems)
    {
        var words = initiative.SearchText.Split(' ');
        return stems.Count(s => Array.Exists(words, w => w.StartsWith(s, StringComparison.Ordinal)));
    }
}
