using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.AdvisoryCouncils;

/// <summary>
/// Puts onto the agenda of the next meeting what children brought there: ideas that enough of them support, and checked proposals. Each once; what
/// stood on the agenda of a meeting that was called off comes onto the next.
/// </summary>
public sealed class FillAgenda(ChildFriendlyDb db, TimeProvider clock) : IRecurringJob
{
    /// <summary>At one waking: a meeting lasts two hours.</summary>
    private const int Most = 10;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Instant();
        foreach (var council in await db.ChildrensCouncils.AsNoTracking().ToListAsync(cancellationToken))
        {
            db.ChangeTracker.Clear();
            var next = await db.CouncilMeetings.InLocality(council.LocalityId).Where(m => m.StartsAt > now && m.CancelledAt == null)
                .OrderBy(m => m.StartsAt).ThenBy(m => m.Number).FirstOrDefaultAsync(cancellationToken);
            if (next is null || next.Points.Count >= CouncilMeeting.MostPoints)
            {
                continue;
            }

            var held = db.CouncilMeetings.Where(m => m.CancelledAt == null).SelectMany(m => m.Points);
            var ideas = await db.Initiatives.IgnoreAutoIncludes().InLocality(council.LocalityId)
                .Where(i => (i.Stage == InitiativeStage.Published || i.Stage == InitiativeStage.UnderReview) && !i.IsSuspended
                    && db.Supports.Count(s => s.InitiativeId == i.Id) >= council.SupportForAgenda && !held.Any(p => p.InitiativeId == i.Id))
                .OrderBy(i => i.PublishedAt).Select(i => i.Id).Take(Most).ToListAsync(cancellationToken);
            var proposed = await db.CouncilContributions.InLocality(council.LocalityId)
                .Shown().Where(c => c.Kind == ContributionKind.AgendaPoint && !held.Any(p => p.ContributionId == c.Id))
                .OrderBy(c => c.WrittenOn).ThenBy(c => c.Id).Take(Most).ToListAsync(cancellationToken);
            if (ideas.Count + proposed.Count == 0)
            {
                continue;
            }

            ideas.ForEach(id => next.TakeUp(id, now));
            proposed.ForEach(c => next.TakeUp(c, now));
            db.Touch(next);
            // Another instance, or whoever writes the agenda at this moment, was faster: at the next waking.
            await db.TrySaveAsync();
        }
    }
}

/// <summary>Closes polls whose last day is over: the votes become numbers, and who voted how is deleted.</summary>
public sealed class CloseCouncilPolls(ChildFriendlyDb db, TimeProvider clock) : IRecurringJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Instant();
        var today = RomanianTime.DateOf(now);
        foreach (var id in await db.CouncilPolls.Where(p => p.Stage == CouncilPollStage.Open && p.ClosesOn < today).Select(p => p.Id).ToListAsync(cancellationToken))
        {
            db.ChangeTracker.Clear();
            await db.ClosePollAsync(await db.CouncilPolls.SingleAsync(p => p.Id == id, cancellationToken), Actor.Program, now);
        }
    }
}

public static class CouncilPolls
{
    /// <returns>False when somebody closed it, or voted, at the same moment.</returns>
    public static async Task<bool> ClosePollAsync(this ChildFriendlyDb db, CouncilPoll poll, Actor by, DateTime now)
    {
        var votes = await db.CouncilPollVotes.Where(v => v.PollId == poll.Id).ToListAsync();
        poll.Close(votes, by, now);
        db.RemoveRange(votes);
        return await db.TrySaveAsync();
    }
}
