using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

public static class ActionPlansModule
{
    /// <summary>A draft that nobody has touched for so long is about another month.</summary>
    private const int DraftDays = 90;

    public static IReadOnlyList<JobSchedule> Jobs { get; } = [new(typeof(ReadChecks), TimeSpan.FromMinutes(1))];

    public static IReadOnlyList<RetentionRule> Retention { get; } = [RetentionRule.OneByOne("report-drafts", OldDrafts, (db, draft, _) => db.Remove(draft))];

    private static IQueryable<ReportDraft> OldDrafts(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddDays(-DraftDays);
        return db.ReportDrafts.Where(d => d.SavedAt < before);
    }
}
