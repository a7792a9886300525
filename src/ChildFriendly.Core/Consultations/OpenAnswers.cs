using ChildFriendly.Core.Data;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Consultations;

/// <summary>Children's own words beside the box: kept with their checks.</summary>
public static class OpenAnswers
{
    private const int Tries = 8;

    /// <summary>
    /// What a child wrote to the open questions of a vote becomes exactly this. Words that did not change keep their check. Like casting, it
    /// leaves no audit row; the check tells the hour, not the minute. The card is asked once more: nothing of one that was voided, or of a child
    /// who ended their participation, slips in behind them.
    /// </summary>
    /// <returns>False where the card is not valid any more; then nothing was kept.</returns>
    public static async Task<bool> KeepAnswersAsync(
        this ChildFriendlyDb db, Consultation consultation, Participant child, IReadOnlyDictionary<int, BallotAnswer> answers, string language, DateTime now)
    {
        var questions = consultation.QuestionsFor(child.AgeBand).Where(q => q.IsOpen).ToList();
        for (var attempt = 1; questions.Count > 0; attempt++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await Database.LockCardsAsync(db, [child.CardId]);
            if (!await db.Participants.AnyAsync(p => p.Id == child.Id && db.Cards.Any(c => c.Id == p.CardId && c.VoidedAt == null && c.EndedAt == null)))
            {
                return false;
            }

            var mine = await db.OpenAnswers.Where(a => a.ConsultationId == consultation.Id && a.AuthorId == child.Id).ToListAsync();
            foreach (var question in questions)
            {
                var words = answers.GetValueOrDefault(question.Position)?.Words;
                var before = mine.Find(a => a.QuestionId == question.Id);
                if (before?.Text == words)
                {
                    continue;
                }

                if (before is not null)
                {
                    await db.WithdrawCheckAsync(before, now);
                }

                if (words is null)
                {
                    db.Remove(before!);
                }
                else if (before is null)
                {
                    db.AddToCheck(OpenAnswer.Of(question, child, language, words), now);
                }
                else
                {
                    before.Rewrite(language, words);
                    db.Add(CheckOf(before, now));
                }
            }

            if (await db.TrySaveAsync())
            {
                await transaction.CommitAsync();
                return true;
            }

            // The same child at the same moment, or a moderator: once more on what is there now.
            db.ChangeTracker.Clear();
            if (attempt == Tries)
            {
                throw new DbUpdateConcurrencyException("Somebody else was faster each time.");
            }
        }

        return true;
    }

    /// <summary>A new answer, and its place in the moderators' queue. Saves nothing by itself.</summary>
    public static void AddToCheck(this ChildFriendlyDb db, OpenAnswer answer, DateTime now)
    {
        db.Add(answer);
        db.Add(CheckOf(answer, now));
    }

    /// <summary>What was not published goes with its child; what is published stays without anybody, unless the child wants it gone too. Saves nothing by itself.</summary>
    public static async Task LeaveAnswersAsync(this ChildFriendlyDb db, Guid authorId, bool keepsPublished, Actor by, DateTime now)
    {
        var mine = await db.OpenAnswers.Where(a => a.AuthorId == authorId).ToListAsync();
        await db.ForgetRedactionsAsync([.. mine.Select(a => a.Id)]);
        var staying = mine.ToLookup(a => keepsPublished && a.Stage == OpenAnswerStage.Published);
        foreach (var answer in staying[true])
        {
            answer.LoseAuthor(by, now);
        }

        await db.RemoveWithChecksAsync([.. staying[false]], now);
    }

    /// <summary>Of a vote that is open, with the ballots of cards that were voided. Saves nothing by itself.</summary>
    internal static async Task TakeOutAnswersAsync(this ChildFriendlyDb db, Guid consultationId, IReadOnlyCollection<Guid> cardIds, DateTime now) => await db.RemoveWithChecksAsync(
        await db.OpenAnswers.Where(a => a.ConsultationId == consultationId && db.Participants.Any(p => p.Id == a.AuthorId && cardIds.Contains(p.CardId))).ToListAsync(), now);

    private static async Task RemoveWithChecksAsync(this ChildFriendlyDb db, IReadOnlyCollection<OpenAnswer> answers, DateTime now)
    {
        var ids = answers.Select(a => a.Id).ToList();
        foreach (var check in await db.ModerationCases.Where(c => ids.Contains(c.ItemId) && c.DecidedAt == null).ToListAsync())
        {
            check.Withdraw(HourOf(now));
        }

        db.RemoveRange(answers);
    }

    private static async Task WithdrawCheckAsync(this ChildFriendlyDb db, OpenAnswer answer, DateTime now) =>
        (await db.ModerationCases.SingleOrDefaultAsync(c => c.ItemId == answer.Id && c.DecidedAt == null))?.Withdraw(HourOf(now));

    private static ModerationCase CheckOf(OpenAnswer answer, DateTime now) =>
        ModerationCase.Open(ModerationSubject.OpenAnswer, answer.Id, answer.LocalityId, HourOf(now), RandomId.New());

    private static DateTime HourOf(DateTime now) => new(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc);
}
