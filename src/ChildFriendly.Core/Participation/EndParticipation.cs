using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Participation;

/// <summary>
/// The end of a child's participation: the account goes, drafts and what waits go, support stays as a number, what is published stays as
/// "a child from …" or goes too, as the child chooses. Ballots stay, because nobody can find them.
/// </summary>
public static class EndParticipation
{
    /// <returns>False when something changed at the same moment: then nothing was saved.</returns>
    public static async Task<bool> EndAsync(this ChildFriendlyDb db, Guid participantId, bool keepsIdeas, Actor by, DateTime now)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var child = await db.Participants.SingleAsync(p => p.Id == participantId);
        await Database.LockCardsAsync(db, [child.CardId]);
        var card = await db.Cards.SingleAsync(c => c.Id == child.CardId);
        foreach (var idea in await db.Initiatives.Where(i => i.AuthorId == child.Id).ToListAsync())
        {
            await LeaveBehindAsync(db, idea, keepsIdeas, by, now);
        }

        await db.LeaveTextsAsync(child.Id, keepsIdeas, by, now);
        await db.LeavePollsAsync(child.Id);
        foreach (var support in await db.Supports.Where(s => s.ParticipantId == child.Id).ToListAsync())
        {
            support.LosePerson();
        }

        foreach (var check in await db.MeasureChecks.Where(c => c.ParticipantId == child.Id).ToListAsync())
        {
            check.LosePerson();
        }

        foreach (var reaction in await db.DebateReactions.Where(r => r.ParticipantId == child.Id).ToListAsync())
        {
            reaction.LosePerson();
        }

        db.RemoveRange(await db.VoterMarks.Where(m => m.ParticipantId == child.Id).ToListAsync());
        db.Remove(child);
        card.End(by, now);
        if (!await db.TrySaveAsync())
        {
            return false;
        }

        await transaction.CommitAsync();
        return true;
    }

    private static async Task LeaveBehindAsync(ChildFriendlyDb db, Initiative idea, bool keepsIdeas, Actor by, DateTime now)
    {
        switch (idea.Stage)
        {
            case InitiativeStage.Draft:
                db.Remove(idea);
                return;
            case InitiativeStage.Submitted or InitiativeStage.SentBack:
                (await db.ModerationCases.SingleOrDefaultAsync(c => c.ItemId == idea.Id && c.DecidedAt == null))?.Withdraw(now);
                idea.Withdraw(now);
                idea.Forget(by, now);
                return;
            case InitiativeStage.NotPublished or InitiativeStage.Withdrawn:
                idea.Forget(by, now);
                return;
            case InitiativeStage.Removed:
                return;
        }

        if (!keepsIdeas && InitiativeRules.RefuseToRemove(idea) is null)
        {
            await db.TakeDownAsync(idea, by, now);
            return;
        }

        if (!keepsIdeas && idea.RemovalRequestedAt is null)
        {
            // It is being voted on: a moderator takes it down after the count.
            idea.RequestRemoval(now);
        }

        // Nobody is left who could object.
        await db.ForgetRedactionsAsync([idea.Id]);
        idea.LoseAuthor(by, now);
    }
}
