using ChildFriendly.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Moderation;

public static class Reports
{
    /// <summary>Without a card so many things of a locality are hidden at once within an hour: nobody can empty a town's pages by pressing.</summary>
    public const int MostHiddenAnHour = 5;

    /// <summary>And so many wait hidden at once, or a night would be enough.</summary>
    public const int MostHiddenAtOnce = 15;

    public static bool HidesAtOnce(this ReportReason reason) => reason is ReportReason.Danger or ReportReason.SomebodysData;

    /// <summary>
    /// Notes what a reader says. Danger and somebody's data hide it until a person has looked, unless a person has looked for that reason before.
    /// Saves.
    /// </summary>
    /// <param name="isKnown">Said with a card.</param>
    public static async Task ReportAsync<T>(this ChildFriendlyDb db, ModerationSubject kind, T item, ReportReason reason, bool isKnown, DateTime now)
        where T : Shared.Entity, Shared.ILocal, IReportable
    {
        var earlier = await db.Reports.Where(r => r.ItemId == item.Id && r.Reason == reason).ToListAsync();
        if (earlier.Find(r => r.Stage == ReportStage.Waiting) is { } waiting)
        {
            waiting.SayAgain();
        }
        else
        {
            db.Add(Report.Of(kind, item.Id, item.LocalityId, reason, now));
        }

        if (reason.HidesAtOnce() && !item.IsSuspended && earlier.TrueForAll(r => r.Stage != ReportStage.Stays)
            && (isKnown || await MayHideAsync(db, item.LocalityId, now)))
        {
            item.Suspend(now);
        }

        // Somebody said the same at the same moment: it is known.
        await db.TrySaveAsync();
    }

    /// <summary>A person has looked: everything that waits about this item is decided with it. Saves nothing by itself.</summary>
    public static async Task DecideReportsAsync<T>(this ChildFriendlyDb db, T item, bool stays, string? sentence, Guid staffId, Shared.Actor by, DateTime now)
        where T : Shared.Entity, IReportable
    {
        foreach (var report in await db.Reports.Where(r => r.ItemId == item.Id && r.Stage == ReportStage.Waiting).ToListAsync())
        {
            report.Decide(stays, staffId, by, now);
        }

        if (!stays)
        {
            item.TakeDown(sentence!, by, now);
        }
        else if (item.IsSuspended)
        {
            item.Resume(by, now);
        }
    }

    private static async Task<bool> MayHideAsync(ChildFriendlyDb db, Guid localityId, DateTime now)
    {
        var since = now.AddHours(-1);
        var grave = db.Reports.Where(r => r.LocalityId == localityId && (r.Reason == ReportReason.Danger || r.Reason == ReportReason.SomebodysData));
        return await grave.CountAsync(r => r.At > since) < MostHiddenAnHour && await grave.CountAsync(r => r.Stage == ReportStage.Waiting) < MostHiddenAtOnce;
    }
}
