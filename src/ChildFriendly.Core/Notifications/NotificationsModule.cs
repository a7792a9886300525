using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Notifications;

public static class NotificationsModule
{
    private const int MailDays = 90;

    public static IReadOnlyList<JobSchedule> Jobs { get; } =
    [
        new(typeof(WriteMails), TimeSpan.FromSeconds(10)),
        new(typeof(WriteDigests), TimeSpan.FromMinutes(5)),
        new(typeof(RemindOfDueAnswers), TimeSpan.FromMinutes(15)),
        new(typeof(WriteMonthlyNeeds), TimeSpan.FromMinutes(15)),
        new(typeof(SendMails), TimeSpan.FromSeconds(10)),
    ];

    public static IReadOnlyList<RetentionRule> Retention { get; } =
    [
#pragma warning disable RS0030 // Letters are no change that people make; there is no verb to audit.
        new("mails", (db, now, localityId) => localityId is null ? Old(db, now).CountAsync() : Task.FromResult(0), (db, now) => Old(db, now).ExecuteDeleteAsync(), IsNationwide: true),
#pragma warning restore RS0030
    ];

    private static IQueryable<Mail> Old(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddDays(-MailDays);
        return db.Mails.Where(m => m.CreatedAt < before);
    }
}
