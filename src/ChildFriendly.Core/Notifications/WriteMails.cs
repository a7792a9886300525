using System.Text.Json;
using ChildFriendly.Core.Audit;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Notifications;

/// <summary>
/// Reads what happened from the outbox and decides who is told by mail. The letters and "this was read" are one save, and a letter is
/// unique by occasion and recipient: whoever is killed in between leaves nothing behind, and two at once write it once.
/// </summary>
public sealed class WriteMails(ChildFriendlyDb db, TimeProvider clock) : IRecurringJob
{
    private const int Batch = 200;

    /// <summary>What lay longer, because no process ran or no mail was sent by this program yet, is news to nobody.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(7);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await WriteSomeAsync(cancellationToken))
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> WriteSomeAsync(CancellationToken cancellationToken)
    {
        var now = clock.Instant();
        var rows = await db.Outbox.Where(o => o.HandledAt == null).OrderBy(o => o.At).Take(Batch).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            if (row.At > now - News)
            {
                db.AddRange(await MailsOfAsync(row, now));
            }

            row.Handle(now);
        }

        // Another instance was faster: what it left is read when this one wakes again.
        return await db.TrySaveAsync() && rows.Count == Batch;
    }

    private async Task<IReadOnlyList<Mail>> MailsOfAsync(OutboxMessage row, DateTime now) => row.What switch
    {
        nameof(SafeguardingCaseOpened) or nameof(SafeguardingAlarmPassedOn) => await AlarmsOfAsync(row, now),
        nameof(AlarmTestSent) => await TestsOfAsync(row, now),
        nameof(StaffCheckEndsSoon) => await RemindersOfAsync(row, now),
        _ => [],
    };

    private async Task<IReadOnlyList<Mail>> AlarmsOfAsync(OutboxMessage row, DateTime now)
    {
        var found = await db.SafeguardingCases.AsNoTracking().Where(c => c.Id == row.SubjectId)
            .Join(db.Localities, c => c.LocalityId, l => l.Id, (c, l) => new { c.LocalityId, c.IsQuiet, l.Slug, l.Name }).SingleOrDefaultAsync();
        if (found is null || found.IsQuiet)
        {
            return [];
        }

        var step = row.What == nameof(SafeguardingCaseOpened) ? AlarmStep.Lead : JsonSerializer.Deserialize<PassedOn>(row.Details)!.ToStep;
        var path = step == AlarmStep.National ? "/staff/national/safeguarding" : $"/staff/{found.Slug}/safeguarding";
        return (await db.PeopleOfAsync(step, found.LocalityId, RomanianTime.DateOf(now)))
            .ConvertAll(id => Mail.Write(MailKind.SafeguardingAlarm, row.Id.ToString("N"), id, now, ("locality", found.Name), ("path", path)));
    }

    private async Task<IReadOnlyList<Mail>> TestsOfAsync(OutboxMessage row, DateTime now)
    {
        var here = await db.Localities.AsNoTracking().SingleAsync(l => l.Id == row.LocalityId);
        var today = RomanianTime.DateOf(now);
        var people = (await db.PeopleOfAsync(AlarmStep.Lead, here.Id, today)).Union(await db.PeopleOfAsync(AlarmStep.Deputy, here.Id, today));
        return [.. people.Select(id => Mail.Write(MailKind.SafeguardingTest, row.Id.ToString("N"), id, now, ("locality", here.Name), ("path", $"/staff/{here.Slug}/safeguarding/test")))];
    }

    /// <summary>To whoever's paper it is, and to the administrators of the locality.</summary>
    private async Task<IReadOnlyList<Mail>> RemindersOfAsync(OutboxMessage row, DateTime now)
    {
        var kind = JsonSerializer.Deserialize<EndsSoon>(row.Details)!.ToKind;
        var here = await db.Localities.AsNoTracking().SingleAsync(l => l.Id == row.LocalityId);
        var person = await db.StaffAccounts.AsNoTracking().SingleOrDefaultAsync(s => s.Id == row.SubjectId);
        var until = await db.StaffChecks.Where(c => c.StaffId == row.SubjectId && c.LocalityId == row.LocalityId && c.Kind == kind).MaxAsync(c => (DateOnly?)c.ExpiresOn);
        if (person is null || until is null || kind != StaffCheckKind.IntegrityCertificate)
        {
            return [];
        }

        (string, string)[] arguments = [("locality", here.Name), ("date", until.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture))];
        var administrators = await db.StaffAccounts.Where(s => s.Id != person.Id && s.Roles.Any(r => r.Role == Role.LocalityAdmin && r.LocalityId == here.Id)).Select(s => s.Id).ToListAsync();
        return
        [
            Mail.Write(MailKind.CertificateEnds, row.Id.ToString("N"), person.Id, now, [.. arguments, ("path", "/staff")]),
            .. administrators.Select(id => Mail.Write(MailKind.CertificateEndsInTeam, row.Id.ToString("N"), id, now, [.. arguments, ("email", person.Email), ("path", $"/staff/{here.Slug}/team")])),
        ];
    }

    private sealed record PassedOn(string To)
    {
        public AlarmStep ToStep => Enum.Parse<AlarmStep>(To);
    }

    private sealed record EndsSoon(string Kind)
    {
        public StaffCheckKind ToKind => Enum.Parse<StaffCheckKind>(Kind);
    }
}
