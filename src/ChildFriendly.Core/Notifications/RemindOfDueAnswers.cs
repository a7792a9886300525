using System.Globalization;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Notifications;

/// <summary>
/// To council staff and administrators: an answer that children wait for is due in 14, 7 and 1 days, or late since a day, and then each week. Ideas
/// and recommendations alike. After days without the program only the latest of what was due is said.
/// </summary>
public sealed class RemindOfDueAnswers(ChildFriendlyDb db, TimeProvider clock) : IRecurringJob
{
    private const int FromHour = 8;
    private const int UntilHour = 18;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Instant();
        var today = RomanianTime.DateOf(now);
        if (RomanianTime.ToLocal(now).Hour is < FromHour or >= UntilHour)
        {
            return;
        }

        var until = today.AddDays(ReminderRules.DaysBefore.Max());
        foreach (var here in await db.Localities.AsNoTracking().ToListAsync(cancellationToken))
        {
            var recipients = await db.StaffAccounts
                .Where(s => s.Roles.Any(r => (r.Role == Role.CouncilStaff || r.Role == Role.LocalityAdmin) && r.LocalityId == here.Id)).Select(s => s.Id).ToListAsync(cancellationToken);
            if (recipients.Count == 0)
            {
                continue;
            }

            var ideas = await db.Initiatives.IgnoreAutoIncludes().InLocality(here.Id).Published().Where(i => i.AnswerDueOn <= until)
                .Select(i => new Due(i.Id, i.Number, i.AnswerDueOn!.Value, false)).ToListAsync(cancellationToken);
            var recommendations = await db.Recommendations.IgnoreAutoIncludes().InLocality(here.Id).Where(r => r.Stage == RecommendationStage.Sent && r.AnswerDueOn <= until)
                .Select(r => new Due(r.Id, r.Number, r.AnswerDueOn!.Value, true)).ToListAsync(cancellationToken);
            foreach (var due in ideas.Concat(recommendations))
            {
                await WriteAsync(due, here.Name, here.Slug, recipients, today, now);
            }
        }
    }

    private async Task WriteAsync(Due due, string locality, string slug, List<Guid> recipients, DateOnly today, DateTime now)
    {
        if (ReminderRules.StepOf(due.On, today) is not { } step)
        {
            return;
        }

        var occasion = $"answer {due.Id:N} {due.On:yyyyMMdd} {step}";
        var written = await db.Mails.Where(m => m.Occasion == occasion).Select(m => m.RecipientId).ToListAsync();
        var kind = (due.IsRecommendation, due.On < today) switch
        {
            (true, false) => MailKind.RecommendationAnswerDue,
            (true, true) => MailKind.RecommendationAnswerLate,
            (false, false) => MailKind.InitiativeAnswerDue,
            (false, true) => MailKind.InitiativeAnswerLate,
        };
        db.AddRange(recipients.Except(written).Select(id => Mail.Write(
            kind, occasion, id, now, ("locality", locality), ("number", due.Number.ToString(CultureInfo.InvariantCulture)),
            ("date", due.On.ToString("O", CultureInfo.InvariantCulture)),
            ("path", due.IsRecommendation ? $"/staff/{slug}/council/recommendations/{due.Number}/answer" : $"/staff/{slug}/initiatives/{due.Number}"))));
        // Two at once: the unique key refuses the second, who finds it written at the next waking.
        await db.TrySaveAsync();
        db.ChangeTracker.Clear();
    }

    private sealed record Due(Guid Id, int Number, DateOnly On, bool IsRecommendation);
}

public static class ReminderRules
{
    private const int Week = 7;

    /// <summary>Before the due date.</summary>
    public static IReadOnlyList<int> DaysBefore { get; } = [14, 7, 1];

    /// <summary>
    /// The latest reminder that has been due by now, by a name that is its own: who sent none of the earlier ones sends this one only.
    /// Null while the first is still to come.
    /// </summary>
    public static string? StepOf(DateOnly dueOn, DateOnly today)
    {
        var left = dueOn.DayNumber - today.DayNumber;
        if (left < 0)
        {
            return $"late {(-left - 1) / Week}";
        }

        return DaysBefore.Order().Where(d => left <= d).Select(d => (int?)d).FirstOrDefault() is { } days ? $"before {days}" : null;
    }
}
