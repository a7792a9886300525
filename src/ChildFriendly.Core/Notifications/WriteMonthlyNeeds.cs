using System.Globalization;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Notifications;

/// <summary>
/// On the first workday of a month, to council staff and administrators: what needs them, by the unit that answers for it. Once, also after a week
/// without the program, and nothing where nothing needs anybody. A unit is a name and not a person, so all of them get all of it. Numbers and dates
/// only: the title of a measure may be a child's.
/// </summary>
public sealed class WriteMonthlyNeeds(ChildFriendlyDb db, TimeProvider clock) : IRecurringJob
{
    /// <summary>More than that is read on the page, which the letter leads to.</summary>
    public const int MostLines = 30;

    private const int FromHour = 8;
    private const int UntilHour = 18;

    /// <summary>Later in the month the letter would no longer be about it.</summary>
    private const int LatestDays = 10;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Instant();
        var today = RomanianTime.DateOf(now);
        var first = RomanianWorkdays.FirstOfMonth(today);
        if (today < first || today > first.AddDays(LatestDays) || !RomanianWorkdays.IsWorkday(today) || RomanianTime.ToLocal(now).Hour is < FromHour or >= UntilHour)
        {
            return;
        }

        // As it was that morning: what has come up since then does not begin a letter of its own.
        var morning = RomanianTime.FromLocal(first.ToDateTime(new TimeOnly(FromHour, 0)));
        foreach (var here in await db.Localities.AsNoTracking().ToListAsync(cancellationToken))
        {
            var occasion = $"plan {today:yyyy-MM} {here.Slug}";
            if (await db.Mails.AnyAsync(m => m.Occasion == occasion, cancellationToken))
            {
                continue;
            }

            var recipients = await db.StaffAccounts
                .Where(s => s.Roles.Any(r => (r.Role == Role.CouncilStaff || r.Role == Role.LocalityAdmin) && r.LocalityId == here.Id)).Select(s => s.Id).ToListAsync(cancellationToken);
            var needs = recipients.Count == 0 ? [] : await db.NeedsAsync(here.Id, morning);
            if (needs.Count == 0)
            {
                continue;
            }

            var lines = MonthlyNeeds.Write(needs.Take(MostLines));
            var more = Math.Max(0, needs.Count - MostLines).ToString(CultureInfo.InvariantCulture);
            db.AddRange(recipients.Select(id => Mail.Write(
                MailKind.PlanDigest, occasion, id, now, ("locality", here.Name), ("slug", here.Slug), ("needs", lines), ("more", more), ("path", $"/staff/{here.Slug}/plan/needs"))));
            // Two at once: the unique key refuses the second.
            await db.TrySaveAsync();
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>One line of the letter, as it is kept until the letter leaves.</summary>
public sealed record NeedLine(string Unit, NeedKind Kind, int Number, int Position, DateOnly? DueOn);

public static class MonthlyNeeds
{
    private const char Between = '\t';

    /// <summary>By unit, answers that children wait for first.</summary>
    public static string Write(IEnumerable<Need> needs) => string.Join('\n', needs.OrderBy(n => n.Unit, StringComparer.Ordinal).Select(n => string.Join(
        Between, PlainText.OneLine(n.Unit).Replace(Between, ' '), n.Kind, n.Number.ToString(CultureInfo.InvariantCulture), n.Position.ToString(CultureInfo.InvariantCulture), n.DueOn?.ToString("O", CultureInfo.InvariantCulture))));

    public static IReadOnlyList<NeedLine> Read(string written) =>
    [
        .. written.Split('\n').Select(line => line.Split(Between)).Select(p => new NeedLine(
            p[0], Enum.Parse<NeedKind>(p[1]), int.Parse(p[2], CultureInfo.InvariantCulture), int.Parse(p[3], CultureInfo.InvariantCulture),
            p[4].Length == 0 ? null : DateOnly.Parse(p[4], CultureInfo.InvariantCulture))),
    ];
}
