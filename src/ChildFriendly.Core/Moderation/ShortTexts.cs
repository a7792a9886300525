using ChildFriendly.Core.Data;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Moderation;

/// <summary>What a child wants to have said in one place.</summary>
/// <param name="IsIt">Finds what it said there before.</param>
/// <param name="Words">Null takes it back.</param>
public sealed record WantedText<T>(Func<T, bool> IsIt, string? Words, Func<string, T> Make)
    where T : ShortText;

/// <summary>Children's own words: kept with their checks.</summary>
public static class ShortTexts
{
    private const int Tries = 8;

    /// <summary>
    /// What a child wrote becomes exactly this. Words that did not change keep their check. It leaves no audit row; the check tells the hour, not
    /// the minute. The card is asked once more: nothing of one that was voided, or of a child who ended their participation, slips in behind them.
    /// </summary>
    /// <returns>Null where the card is not valid any more, and nothing was kept; else whether there was a sign of harm in new words.</returns>
    public static async Task<bool?> KeepTextsAsync<T>(
        this ChildFriendlyDb db, ModerationSubject kind, Participant child, IQueryable<T> before, IReadOnlyList<WantedText<T>> wanted, Concerns concerns, string language, DateTime now)
        where T : ShortText
    {
        for (var attempt = 1; ; attempt++)
        {
            var hasConcern = false;
            await using var transaction = await db.Database.BeginTransactionAsync();
            await Database.LockCardsAsync(db, [child.CardId]);
            if (!await db.Participants.AnyAsync(p => p.Id == child.Id && db.Cards.Any(c => c.Id == p.CardId && c.VoidedAt == null && c.EndedAt == null)))
            {
                return null;
            }

            var mine = await before.ToListAsync();
            foreach (var (isIt, words, make) in wanted)
            {
                var text = mine.Find(t => isIt(t));
                if (text?.Text == words)
                {
                    continue;
                }

                if (text is not null)
                {
                    (await db.ModerationCases.SingleOrDefaultAsync(c => c.ItemId == text.Id && c.DecidedAt == null))?.Withdraw(HourOf(now));
                    await db.ForgetRedactionsAsync([text.Id]);
                }

                if (words is null)
                {
                    db.Remove(text!);
                }
                else if (text is null)
                {
                    hasConcern |= await db.AddToCheckAsync(kind, make(words), concerns, now);
                }
                else
                {
                    text.Rewrite(language, words);
                    hasConcern |= await db.AddCheckOfAsync(kind, text, concerns, now);
                }
            }

            if (await db.TrySaveAsync())
            {
                await transaction.CommitAsync();
                return hasConcern;
            }

            // The same child at the same moment, or a moderator: once more on what is there now.
            db.ChangeTracker.Clear();
            if (attempt == Tries)
            {
                throw new DbUpdateConcurrencyException("Somebody else was faster each time.");
            }
        }
    }

    /// <summary>What a child says beside something it did; null takes it back.</summary>
    /// <inheritdoc cref="KeepTextsAsync" path="/returns"/>
    public static Task<bool?> KeepRemarkAsync(
        this ChildFriendlyDb db, ModerationSubject kind, Guid aboutId, Participant child, string? words, Concerns concerns, string language, DateTime now) => db.KeepTextsAsync(
            kind,
            child,
            db.Remarks.Where(r => r.Kind == kind && r.AboutId == aboutId && r.AuthorId == child.Id),
            [new WantedText<Remark>(_ => true, words, w => Remark.Of(kind, aboutId, child, language, w))],
            concerns,
            language,
            now);

    /// <summary>New words, and their place in the moderators' queue. Saves nothing by itself.</summary>
    /// <returns>Whether there was a sign of harm in them.</returns>
    public static Task<bool> AddToCheckAsync(this ChildFriendlyDb db, ModerationSubject kind, ShortText text, Concerns concerns, DateTime now)
    {
        db.Add(text);
        return db.AddCheckOfAsync(kind, text, concerns, now);
    }

    /// <summary>What was not published goes with its child; what is published stays without anybody, unless the child wants it gone too. Saves nothing by itself.</summary>
    public static async Task LeaveTextsAsync(this ChildFriendlyDb db, Guid authorId, bool keepsPublished, Actor by, DateTime now)
    {
        List<ShortText> mine =
        [
            .. await db.OpenAnswers.Where(a => a.AuthorId == authorId).ToListAsync(),
            .. await db.Remarks.Where(r => r.AuthorId == authorId).ToListAsync(),
            .. await db.CouncilContributions.Where(c => c.AuthorId == authorId).ToListAsync(),
        ];
        await db.ForgetRedactionsAsync([.. mine.Select(t => t.Id)]);
        var staying = mine.ToLookup(t => keepsPublished && t.Stage == ShortTextStage.Published);
        foreach (var text in staying[true])
        {
            text.LoseAuthor(by, now);
        }

        await db.RemoveWithChecksAsync([.. staying[false]], now);
    }

    /// <summary>Saves nothing by itself.</summary>
    public static async Task RemoveWithChecksAsync(this ChildFriendlyDb db, IReadOnlyCollection<ShortText> texts, DateTime now)
    {
        var ids = texts.Select(t => t.Id).ToList();
        foreach (var check in await db.ModerationCases.Where(c => ids.Contains(c.ItemId) && c.DecidedAt == null).ToListAsync())
        {
            check.Withdraw(HourOf(now));
        }

        db.RemoveRange(texts);
    }

    private static async Task<bool> AddCheckOfAsync(this ChildFriendlyDb db, ModerationSubject kind, ShortText text, Concerns concerns, DateTime now)
    {
        var check = ModerationCase.Open(kind, text.Id, text.LocalityId, HourOf(now), RandomId.New());
        db.Add(check);
        return await concerns.FindAsync(check, text.Language, now, text.Text);
    }

    private static DateTime HourOf(DateTime now) => new(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc);
}
