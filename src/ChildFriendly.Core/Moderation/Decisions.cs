using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Moderation;

/// <summary>From what a moderator pressed to what the child is told and everybody sees.</summary>
public static class Decisions
{
    /// <summary>What a case is about; null where a child took it back and nothing is left.</summary>
    public static async Task<IContribution?> ContributionOfAsync(this ChildFriendlyDb db, ModerationSubject kind, Guid itemId) => kind switch
    {
        ModerationSubject.Initiative => await db.Initiatives.SingleOrDefaultAsync(i => i.Id == itemId),
        ModerationSubject.Finding => await db.Findings.SingleOrDefaultAsync(f => f.Id == itemId),
        ModerationSubject.SupportReason or ModerationSubject.MeasureCheck or ModerationSubject.DebateProposal => await db.Remarks.SingleOrDefaultAsync(r => r.Id == itemId),
        ModerationSubject.OpenAnswer => await db.OpenAnswers.SingleOrDefaultAsync(a => a.Id == itemId),
        ModerationSubject.CouncilContribution => await db.CouncilContributions.SingleOrDefaultAsync(c => c.Id == itemId),
        ModerationSubject.NotedProposal => await db.NotedProposals.SingleOrDefaultAsync(n => n.Id == itemId),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>A held decision takes effect. Saves nothing by itself.</summary>
    public static async Task CarryOutAsync(this ChildFriendlyDb db, ModerationCase held, DateTime now)
    {
        if (await db.ContributionOfAsync(held.SubjectKind, held.ItemId) is not { AwaitsModeration: true } item)
        {
            // Taken back between pressing and now.
            held.Withdraw(now);
            return;
        }

        var verdict = held.Verdict!;
        var by = Actor.Of(Role.Moderator, held.DecidedById!.Value);
        switch (verdict.Outcome)
        {
            case ModerationStage.Published:
                item.Publish(by, now);
                break;
            case ModerationStage.PublishedWithRedaction:
                db.AddRange(Redaction.Of(held, item.Words, now));
                item.Redact(verdict.Cuts);
                item.Publish(by, now);
                break;
            case ModerationStage.SentBack:
                ((IQuestionable)item).SendBack(verdict.Sentence!, verdict.About, by, now);
                break;
            default:
                item.DoNotPublish(verdict.ReasonKey!, verdict.Sentence!, by, now);
                break;
        }

        held.CarryOut(now);
    }

    /// <summary>Nothing of what was left out is kept of these items. Saves nothing by itself.</summary>
    public static async Task ForgetRedactionsAsync(this ChildFriendlyDb db, IReadOnlyCollection<Guid> itemIds) =>
        db.RemoveRange(await db.Redactions.Where(r => itemIds.Contains(r.ItemId)).ToListAsync());
}

/// <summary>Carries out what moderators decided a minute ago. Of several instances one saves, the others find nothing due.</summary>
public sealed class CarryOutDecisions(ChildFriendlyDb db, TimeProvider clock) : IRecurringJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Instant();
        foreach (var id in await db.ModerationCases.Where(c => c.HeldUntil <= now).OrderBy(c => c.HeldUntil).Select(c => c.Id).ToListAsync(cancellationToken))
        {
            db.ChangeTracker.Clear();
            var held = await db.ModerationCases.SingleAsync(c => c.Id == id, cancellationToken);
            if (held.Stage == ModerationStage.Held && held.HeldUntil <= now)
            {
                await db.CarryOutAsync(held, now);
                await db.TrySaveAsync();
            }
        }

        db.ChangeTracker.Clear();
    }
}
