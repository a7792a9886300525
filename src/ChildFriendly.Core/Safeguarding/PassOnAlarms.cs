using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Safeguarding;

/// <summary>Nobody has said that they have seen it: the deputy is alarmed too, then the national lead.</summary>
public sealed class PassOnAlarms(ChildFriendlyDb db, TimeProvider clock) : IRecurringJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await db.SafeguardingCases.Where(c => c.AcknowledgedAt == null && c.Alarm != AlarmStep.National).OrderBy(c => c.OpenedAt).Select(c => c.Id).ToListAsync(cancellationToken))
        {
            db.ChangeTracker.Clear();
            var now = clock.Instant();
            var today = RomanianTime.DateOf(now);
            var item = await db.SafeguardingCases.SingleAsync(c => c.Id == id, cancellationToken);
            var hasLead = (await db.PeopleOfAsync(AlarmStep.Lead, item.LocalityId, today)).Count > 0;
            var hasDeputy = (await db.PeopleOfAsync(AlarmStep.Deputy, item.LocalityId, today)).Count > 0;
            if (SafeguardingRules.NextAlarm(item, now, hasLead, hasDeputy) is { } next)
            {
                item.PassOn(next, now);
                // Another instance, or somebody who has just seen it, was faster.
                await db.TrySaveAsync();
            }
        }
    }
}
