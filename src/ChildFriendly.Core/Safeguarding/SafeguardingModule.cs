using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Safeguarding;

public static class SafeguardingModule
{
    /// <summary>Draft default; the controller sets it with the authority's archival rule.</summary>
    private const int YearsAfterClosing = 5;

    private const int TestMonths = 24;
    private const int PerSave = 50;

    public static IReadOnlyList<JobSchedule> Jobs { get; } =
    [
        new(typeof(PassOnAlarms), TimeSpan.FromSeconds(30)),
        new(typeof(SendTestAlarms), TimeSpan.FromMinutes(5)),
    ];

    public static IReadOnlyList<RetentionRule> Retention { get; } =
    [
        // Never counted, neither in a locality nor for the whole portal: how many are due would say how many there were.
        new("safeguarding", (_, _, _) => Task.FromResult(0), EraseAsync, IsUncounted: true),
        RetentionRule.OneByOne("alarm-tests", OldTests, (db, test, _) => db.Remove(test)),
    ];

    private static IQueryable<AlarmTest> OldTests(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddMonths(-TestMonths);
        return db.AlarmTests.Where(t => t.SentAt < before);
    }

    private static async Task EraseAsync(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddYears(-YearsAfterClosing);
        while (await db.SafeguardingCases.Where(c => c.ClosedAt < before && c.ErasedAt == null).OrderBy(c => c.Id).Take(PerSave).ToListAsync() is { Count: > 0 } some)
        {
            some.ForEach(c => c.Erase(now));
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }
}
