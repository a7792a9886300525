using System.Security.Cryptography;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Moderation;

/// <summary>On Mondays draws a few decisions of the week before in each locality. Late, or twice at once, it draws them all the same and once.</summary>
public sealed class SampleDecisions(ChildFriendlyDb db, TimeProvider clock) : IRecurringJob
{
    /// <summary>Of a week, in each locality; all where there are fewer.</summary>
    public const int PerWeek = 5;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = RomanianTime.DateOf(clock.Instant());
        var monday = RomanianTime.MondayOf(today);
        var (from, to) = (RomanianTime.StartOf(monday.AddDays(-7)), RomanianTime.StartOf(monday));
        foreach (var locality in await db.Localities.Where(l => !db.DecisionReviews.Any(r => r.LocalityId == l.Id && r.DrawnOn == monday)).Select(l => l.Id).ToListAsync(cancellationToken))
        {
            var decided = await db.ModerationCases.AsNoTracking()
                .Where(c => c.LocalityId == locality && c.DecidedAt >= from && c.DecidedAt < to && c.Outcome != null && c.Stage == c.Outcome).ToArrayAsync(cancellationToken);
            RandomNumberGenerator.Shuffle(decided.AsSpan());
            db.AddRange(decided.Take(PerWeek).Select(c => DecisionReview.Draw(c, monday)));
            // Where another instance drew at the same moment its draw stands.
            await db.TrySaveAsync();
            db.ChangeTracker.Clear();
        }
    }
}
