using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation;

public static class ModerationModule
{
    private const int RedactionDays = 30;
    private const int SentenceDays = 90;
    private const int AuthorMonths = 12;

    public static IReadOnlyList<JobSchedule> Jobs { get; } = [new(typeof(CarryOutDecisions), TimeSpan.FromSeconds(5)), new(typeof(SampleDecisions), TimeSpan.FromHours(1))];

    /// <summary>What was left out is personal data by its nature; what was told may repeat a child's words.</summary>
    public static IReadOnlyList<RetentionRule> Retention { get; } =
    [
        RetentionRule.OneByOne("redactions", OldRedactions, (db, redaction, _) => db.Remove(redaction)),
        RetentionRule.OneByOne("remarks", OldRemarks, (db, remark, _) => db.Remove(remark)),
        RetentionRule.OneByOne("remark-authors", OldAuthors, (_, remark, now) => remark.LoseAuthor(Actor.Program, now)),
        RetentionRule.OneByOne("moderation-words", OldWords, (_, decided, _) => decided.Forget()),
    ];

    /// <summary>An objection that nobody has looked at keeps what it is about.</summary>
    private static IQueryable<Redaction> OldRedactions(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddDays(-RedactionDays);
        return db.Redactions.Where(r => r.At < before && r.Stage != RedactionStage.Objected);
    }

    /// <summary>A remark has no time of its own: its last check has.</summary>
    private static IQueryable<Remark> OldRemarks(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddDays(-SentenceDays);
        return db.Remarks.Where(r => (r.Stage == ShortTextStage.NotPublished || r.Stage == ShortTextStage.SentBack)
            && db.ModerationCases.Any(c => c.ItemId == r.Id) && db.ModerationCases.Where(c => c.ItemId == r.Id).All(c => c.DecidedAt < before));
    }

    private static IQueryable<Remark> OldAuthors(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddMonths(-AuthorMonths);
        return db.Remarks.Where(r => r.AuthorId != null && r.Stage == ShortTextStage.Published && db.ModerationCases.Where(c => c.ItemId == r.Id).All(c => c.DecidedAt < before));
    }

    private static IQueryable<ModerationCase> OldWords(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddDays(-SentenceDays);
        return db.ModerationCases.Where(c => c.DecidedAt < before && (c.Sentence != null || c.OpinionNote != null || c.Cuts != ""));
    }
}
