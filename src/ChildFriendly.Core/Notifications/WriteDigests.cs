using System.Globalization;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Notifications;

/// <summary>
/// On workdays from eight o'clock on: to each moderator what waits and how much of it is late, once a day, and nothing where nothing waits.
/// Whoever does not want it turns it off.
/// </summary>
public sealed class WriteDigests(ChildFriendlyDb db, TimeProvider clock) : IRecurringJob
{
    private const int FromHour = 8;

    /// <summary>After a day without the program nobody is written to in the evening.</summary>
    private const int UntilHour = 18;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Instant();
        var today = RomanianTime.DateOf(now);
        if (!RomanianWorkdays.IsWorkday(today) || RomanianTime.ToLocal(now).Hour is < FromHour or >= UntilHour)
        {
            return;
        }

        foreach (var here in await db.Localities.AsNoTracking().ToListAsync(cancellationToken))
        {
            var occasion = $"moderation {today:yyyy-MM-dd} {here.Slug}";
            var moderators = await db.StaffAccounts
                .Where(s => !s.NoDigest && s.Roles.Any(r => r.Role == Role.Moderator && r.LocalityId == here.Id)
                    && db.StaffChecks.Any(c => c.StaffId == s.Id && c.LocalityId == here.Id && c.Kind == StaffCheckKind.IntegrityCertificate && c.ExpiresOn >= today)
                    && !db.Mails.Any(m => m.Occasion == occasion && m.RecipientId == s.Id))
                .Select(s => s.Id).ToListAsync(cancellationToken);
            if (moderators.Count == 0)
            {
                continue;
            }

            var waiting = await db.ModerationCases.InLocality(here.Id).Waiting().Select(c => c.WaitingSince).ToListAsync(cancellationToken);
            if (waiting.Count == 0)
            {
                continue;
            }

            var late = waiting.Count(since => ModerationRules.DueOn(since) < today);
            db.AddRange(moderators.Select(id => Mail.Write(
                MailKind.ModerationDigest, occasion, id, now, ("locality", here.Name), ("waiting", Number(waiting.Count)), ("late", Number(late)), ("path", $"/staff/{here.Slug}/moderation"))));
            await db.TrySaveAsync();
            db.ChangeTracker.Clear();
        }
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
