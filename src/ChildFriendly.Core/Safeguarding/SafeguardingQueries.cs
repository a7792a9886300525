using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Safeguarding;

/// <summary>Whether somebody will read what is written on the page for help, and if not, why.</summary>
public enum Readiness
{
    Ready,
    NoLead,
    NoDeputy,

    /// <summary>Both are there, and one of them has not answered this month's test alarm.</summary>
    NotTested,
}

public static class SafeguardingQueries
{
    /// <summary>What the national lead sees: what was passed on.</summary>
    public static IQueryable<SafeguardingCase> PassedOn(this IQueryable<SafeguardingCase> cases) => cases.Where(c => c.Alarm == AlarmStep.National);

    /// <summary>Those who are alarmed at this step and can open a case: with a certificate that is valid, where the role needs one.</summary>
    public static Task<List<Guid>> PeopleOfAsync(this ChildFriendlyDb db, AlarmStep step, Guid localityId, DateOnly today) => step switch
    {
        AlarmStep.Lead => db.PeopleOf(Role.SafeguardingLead, localityId, today).ToListAsync(),
        AlarmStep.Deputy => db.PeopleOf(Role.SafeguardingDeputy, localityId, today).ToListAsync(),
        _ => db.StaffAccounts.Where(s => s.Roles.Any(r => r.Role == Role.NationalSafeguardingLead)).Select(s => s.Id).ToListAsync(),
    };

    public static async Task<Readiness> ReadinessOfAsync(this ChildFriendlyDb db, Guid localityId, DateOnly today)
    {
        var leads = await db.PeopleOf(Role.SafeguardingLead, localityId, today).ToListAsync();
        var deputies = await db.PeopleOf(Role.SafeguardingDeputy, localityId, today).ToListAsync();
        var months = SafeguardingRules.MonthsThatCount(today);
        return leads.Count == 0 ? Readiness.NoLead
            : deputies.Count == 0 ? Readiness.NoDeputy
            : (await db.AlarmTests.AsNoTracking().Where(t => t.LocalityId == localityId && months.Contains(t.Month)).ToListAsync())
                .Exists(t => t.LeadId is { } lead && t.DeputyId is { } deputy && leads.Contains(lead) && deputies.Contains(deputy)) ? Readiness.Ready
            : Readiness.NotTested;
    }

    private static IQueryable<Guid> PeopleOf(this ChildFriendlyDb db, Role role, Guid localityId, DateOnly today) => db.StaffAccounts
        .Where(s => s.Roles.Any(r => r.Role == role && r.LocalityId == localityId)
            && db.StaffChecks.Any(c => c.StaffId == s.Id && c.LocalityId == localityId && c.Kind == StaffCheckKind.IntegrityCertificate && c.ExpiresOn >= today))
        .Select(s => s.Id);
}
