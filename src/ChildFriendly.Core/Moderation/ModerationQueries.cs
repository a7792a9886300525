using ChildFriendly.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Moderation;

/// <summary>What was found in something, and how it was decided.</summary>
/// <param name="Title">Of an idea that still has its words.</param>
public sealed record EarlierDecision(DateTime At, string Found, ModerationStage Outcome, string? ReasonKey, string? Sentence, string? Title, string? Language);

/// <summary>Decided a moment ago: it can still be taken back.</summary>
/// <param name="Title">Of an idea.</param>
public sealed record HeldDecision(Guid Id, ModerationStage Outcome, DateTime Until, string? Title, string? Language);

public static class ModerationQueries
{
    private const int Latest = 300;
    private const int Shown = 3;

    /// <summary>Nobody has decided yet.</summary>
    public static IQueryable<ModerationCase> Waiting(this IQueryable<ModerationCase> cases) =>
        cases.Where(c => c.Stage == ModerationStage.Waiting || c.Stage == ModerationStage.Claimed);

    /// <summary>Waiting, and this moderator may take it now.</summary>
    public static IQueryable<ModerationCase> Free(this IQueryable<ModerationCase> cases, Guid staffId, DateTime now) =>
        cases.Waiting().Where(c => c.NotById != staffId && c.OpinionAskedById != staffId && (c.ClaimedUntil == null || c.ClaimedUntil < now || c.ClaimedById == staffId));

    /// <summary>What this moderator can still take back, the latest first.</summary>
    public static async Task<IReadOnlyList<HeldDecision>> HeldByAsync(this ChildFriendlyDb db, Guid localityId, Guid staffId, DateTime now) =>
        await db.ModerationCases.AsNoTracking().Where(c => c.LocalityId == localityId && c.Stage == ModerationStage.Held && c.DecidedById == staffId && c.HeldUntil > now)
            .OrderByDescending(c => c.HeldUntil)
            .Select(c => new HeldDecision(
                c.Id,
                c.Outcome!.Value,
                c.HeldUntil!.Value,
                db.Initiatives.Where(i => i.Id == c.ItemId).Select(i => i.Title).FirstOrDefault(),
                db.Initiatives.Where(i => i.Id == c.ItemId).Select(i => i.Language).FirstOrDefault()))
            .ToListAsync();

    /// <summary>Field by field, in the order in which they are read.</summary>
    public static async Task<IReadOnlyList<Redaction>> LeftOutOfAsync(this IQueryable<Redaction> redactions, Guid itemId) =>
        [.. (await redactions.Where(r => r.ItemId == itemId).ToListAsync()).OrderBy(r => r.Field)];

    /// <summary>How cases of the same kind in which the same was found were decided lately, the most alike first.</summary>
    public static async Task<IReadOnlyList<EarlierDecision>> EarlierDecisionsAsync(this ChildFriendlyDb db, ModerationCase item, IReadOnlyCollection<string> found)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var latest = await db.ModerationCases.AsNoTracking()
            .Where(c => c.LocalityId == item.LocalityId && c.SubjectKind == item.SubjectKind && c.ItemId != item.ItemId && c.DecidedAt != null && c.Found != "")
            .OrderByDescending(c => c.DecidedAt).Take(Latest)
            .Select(c => new { c.DecidedAt, c.Found, c.Outcome, c.ReasonKey, c.Sentence, Idea = db.Initiatives.Where(i => i.Id == c.ItemId && i.Title != "").Select(i => new { i.Title, i.Language }).FirstOrDefault() })
            .ToListAsync();
        return [.. latest.Where(c => c.Outcome is not null).Select(c => (Case: c, Alike: c.Found.Split(',').Count(found.Contains))).Where(c => c.Alike > 0)
            .OrderByDescending(c => c.Alike).ThenByDescending(c => c.Case.DecidedAt).Take(Shown)
            .Select(c => new EarlierDecision(c.Case.DecidedAt!.Value, c.Case.Found, c.Case.Outcome!.Value, c.Case.ReasonKey, c.Case.Sentence, c.Case.Idea?.Title, c.Case.Idea?.Language))];
    }
}
