using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Safeguarding;

/// <summary>From eight o'clock on the first working day of a month: one test alarm in each locality where somebody can answer it.</summary>
public sealed class SendTestAlarms(ChildFriendlyDb db, TimeProvider clock) : IRecurringJob
{
    private const int FromHour = 8;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Instant();
        var today = RomanianTime.DateOf(now);
        var month = SafeguardingRules.MonthOf(today);
        var first = SafeguardingRules.FirstWorkdayOf(month);
        if (today < first || (today == first && RomanianTime.ToLocal(now).Hour < FromHour))
        {
            return;
        }

        foreach (var localityId in await db.Localities.Where(l => !db.AlarmTests.Any(t => t.LocalityId == l.Id && t.Month == month)).Select(l => l.Id).ToListAsync(cancellationToken))
        {
            if ((await db.PeopleOfAsync(AlarmStep.Lead, localityId, today)).Count + (await db.PeopleOfAsync(AlarmStep.Deputy, localityId, today)).Count > 0)
            {
                db.Add(AlarmTest.Send(localityId, Actor.Program, now));
                // The month has one test: another instance may have sent it.
                await db.TrySaveAsync();
                db.ChangeTracker.Clear();
            }
        }
    }
}
