using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.ActionPlans;

/// <summary>
/// What children say about the last report of each measure, counted: where too many cannot see it, the town hall is asked; where enough see what is
/// done, the idea behind it is confirmed. Counted here and not by the request that thinks it was the last.
/// </summary>
public sealed class ReadChecks(ChildFriendlyDb db, TimeProvider clock) : IRecurringJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Instant();
        var counts = await db.MeasureChecks.Where(c => db.Measures.Any(m => m.Id == c.MeasureId && m.Reports == c.Report && m.DoubtedAt == null)).CountsAsync();
        foreach (var (measureId, said) in counts.Where(c => c.Value.All >= CheckRules.Fewest))
        {
            cancellationToken.ThrowIfCancellationRequested();
            db.ChangeTracker.Clear();
            var measure = await db.Measures.IgnoreAutoIncludes().SingleAsync(m => m.Id == measureId, cancellationToken);
            if (CheckRules.IsDoubted(measure.Stage, said))
            {
                measure.Doubt(now);
            }
            else if (CheckRules.IsConfirmed(measure.Stage, said)
                && await db.Initiatives.SingleOrDefaultAsync(i => i.Id == measure.InitiativeId && i.Stage == InitiativeStage.Done, cancellationToken) is { } idea)
            {
                idea.ConfirmByChildren(Actor.Program, now);
            }

            // Somebody reported at the same moment: the next run looks again.
            await db.TrySaveAsync();
        }

        db.ChangeTracker.Clear();
    }
}

public static class CheckQueries
{
    /// <summary>How many children said what, measure by measure.</summary>
    public static async Task<Dictionary<Guid, CheckCounts>> CountsAsync(this IQueryable<MeasureCheck> checks)
    {
        var counts = await checks.GroupBy(c => new { c.MeasureId, c.Answer }).Select(g => new { g.Key.MeasureId, g.Key.Answer, Children = g.Count() }).ToListAsync();
        return counts.GroupBy(c => c.MeasureId).ToDictionary(g => g.Key, g =>
        {
            int Of(CheckAnswer answer) => g.Where(c => c.Answer == answer).Sum(c => c.Children);
            return new CheckCounts(Of(CheckAnswer.CanSee), Of(CheckAnswer.CannotSee), Of(CheckAnswer.NotWhatWeAsked));
        });
    }
}
