using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Staff;

/// <summary>Thirty and seven days before a paper ends, once each; not when a newer one has been seen.</summary>
public sealed class RemindOfStaffChecks(ChildFriendlyDb db, TimeProvider clock) : IRecurringJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Instant();
        var today = RomanianTime.DateOf(now);
        foreach (var days in StaffCheckRules.ReminderDays)
        {
            var by = today.AddDays(days);
            var ending = await db.StaffChecks
                .Where(c => c.ExpiresOn >= today && c.ExpiresOn <= by && (c.RemindedDays == null || c.RemindedDays > days)
                    && !db.StaffChecks.Any(o => o.StaffId == c.StaffId && o.LocalityId == c.LocalityId && o.Kind == c.Kind && o.ExpiresOn > c.ExpiresOn))
                .ToListAsync(cancellationToken);
            ending.ForEach(check => check.Remind(days, now));
            await db.TrySaveAsync();
        }
    }
}
