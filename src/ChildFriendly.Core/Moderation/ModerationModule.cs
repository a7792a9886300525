using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation;

public static class ModerationModule
{
    private const int RedactionDays = 30;
    private const int SentenceDays = 90;

    public static IReadOnlyList<JobSchedule> Jobs { get; } = [new(typeof(CarryOutDecisions), TimeSpan.FromSeconds(5))];

    /// <summary>What was left out is personal data by its nature; what was told may repeat a child's words.</summary>
    public static IReadOnlyList<RetentionRule> Retention { get; } =
    [
        RetentionRule.OneByOne("redactions", OldRedactions, (db, redaction, _) => db.Remove(redaction)),
        RetentionRule.OneByOne("moderation-words", OldWords, (_, decided, _) => decided.Forget()),
    ];

    /// <summary>An objection that nobody has looked at keeps what it is about.</summary>
    private static IQueryable<Redaction> OldRedactions(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddDays(-RedactionDays);
        return db.Redactions.Where(r => r.At < before && r.Stage != RedactionStage.Objected);
    }

    private static IQueryable<ModerationCase> OldWords(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddDays(-SentenceDays);
        return db.ModerationCases.Where(c => c.DecidedAt < before && (c.Sentence != null || c.OpinionNote != null || c.Cuts != ""));
    }
}
