using ChildFriendly.Core.Data;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Access;

/// <summary>What every staff page says at its top: to those responsible, that a concern waits; to all of a locality, why the way to help is shut.</summary>
public sealed class DeskWatch(ChildFriendlyDb db, Visitor visitor, PortalSettings settings, TimeProvider clock)
{
    public async Task<DeskNotice> ReadAsync()
    {
        if (visitor.Staff is not { } staff)
        {
            return DeskNotice.None;
        }

        var today = RomanianTime.DateOf(clock.Instant());
        var alarms = new List<DeskAlarm>();
        var tests = new List<DeskAlarm>();
        var mine = staff.Roles.Where(r => r.Role is Role.SafeguardingLead or Role.SafeguardingDeputy).ToList();
        if (mine.Count > 0)
        {
            var ids = mine.Select(r => r.LocalityId).ToList();
            // Without a certificate the door is closed, and so is this.
            var places = await db.Localities.AsNoTracking().Where(l => ids.Contains(l.Id)
                && db.StaffChecks.Any(c => c.StaffId == staff.Id && c.LocalityId == l.Id && c.Kind == StaffCheckKind.IntegrityCertificate && c.ExpiresOn >= today)).OrderBy(l => l.Name).ToListAsync();
            var month = SafeguardingRules.MonthOf(today);
            foreach (var place in places)
            {
                if (await db.SafeguardingCases.CountAsync(c => c.LocalityId == place.Id && c.AcknowledgedAt == null) is > 0 and var waiting)
                {
                    alarms.Add(new DeskAlarm(place.Name, $"/staff/{place.Slug}/safeguarding", waiting));
                }

                var test = await db.AlarmTests.AsNoTracking().SingleOrDefaultAsync(t => t.LocalityId == place.Id && t.Month == month);
                if (test is not null && mine.Exists(r => r.LocalityId == place.Id && (r.Role == Role.SafeguardingLead ? test.LeadId : test.DeputyId) is null))
                {
                    tests.Add(new DeskAlarm(place.Name, $"/staff/{place.Slug}/safeguarding/test", 1));
                }
            }
        }

        if (staff.Roles.Exists(r => r.Role == Role.NationalSafeguardingLead)
            && await db.SafeguardingCases.PassedOn().CountAsync(c => c.AcknowledgedAt == null) is > 0 and var passedOn)
        {
            alarms.Add(new DeskAlarm("", "/staff/national/safeguarding", passedOn));
        }

        // Whoever only tried a door of another locality learns nothing about it.
        var missing = !settings.Demo && visitor.Here is { } here && staff.Roles.Exists(r => r.LocalityId == here.Id) ? await db.ReadinessOfAsync(here.Id, today) : Readiness.Ready;
        return new DeskNotice(alarms, tests, missing);
    }
}

/// <param name="Missing">Why nobody of this locality would read what is written on the page for help.</param>
public sealed record DeskNotice(IReadOnlyList<DeskAlarm> Alarms, IReadOnlyList<DeskAlarm> Tests, Readiness Missing)
{
    public static readonly DeskNotice None = new([], [], Readiness.Ready);
}

/// <param name="Name">The locality; empty for what was passed on nationally.</param>
public sealed record DeskAlarm(string Name, string Path, int Count);
