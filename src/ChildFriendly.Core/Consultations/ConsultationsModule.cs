using ChildFriendly.Core.Data;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Consultations;

public static class ConsultationsModule
{
    private const int UnpublishedDays = 90;
    private const int AuthorMonths = 12;

    public static IReadOnlyList<JobSchedule> Jobs { get; } = [new(typeof(RunConsultationsOnTime), TimeSpan.FromSeconds(5))];

    /// <summary>Ballots are closed and forgotten by the vote itself; what children wrote beside them is kept as ideas are.</summary>
    public static IReadOnlyList<RetentionRule> Retention { get; } =
    [
        RetentionRule.OneByOne("open-answers", OldUnpublished, (db, answer, _) => db.Remove(answer)),
        RetentionRule.OneByOne("open-answer-authors", OldAuthors, (_, answer, now) => answer.LoseAuthor(Actor.Program, now)),
    ];

    private static IQueryable<OpenAnswer> OldUnpublished(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddDays(-UnpublishedDays);
        return db.OpenAnswers.Where(a => (a.Stage == ShortTextStage.NotPublished || a.Stage == ShortTextStage.SentBack)
            && db.Consultations.Any(c => c.Id == a.ConsultationId && c.ClosedAt < before));
    }

    private static IQueryable<OpenAnswer> OldAuthors(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddMonths(-AuthorMonths);
        return db.OpenAnswers.Where(a => a.AuthorId != null && db.Consultations.Any(c => c.Id == a.ConsultationId && c.ClosedAt < before));
    }
}
