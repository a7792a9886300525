using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
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

    /// <summary>Where the card of whoever wrote it was handed out: batch and number, with the school or centre. Null where no card is known any more.</summary>
    public static async Task<(int Batch, string IssuedTo, int Card)?> CardBehindAsync(this ChildFriendlyDb db, Guid moderationCaseId)
    {
        var authors = db.Initiatives.Where(i => db.ModerationCases.Any(c => c.Id == moderationCaseId && c.ItemId == i.Id)).Select(i => i.AuthorId)
            .Concat(db.OpenAnswers.Where(a => db.ModerationCases.Any(c => c.Id == moderationCaseId && c.ItemId == a.Id)).Select(a => a.AuthorId))
            .Concat(db.Remarks.Where(r => db.ModerationCases.Any(c => c.Id == moderationCaseId && c.ItemId == r.Id)).Select(r => r.AuthorId))
            .Concat(db.CouncilContributions.Where(s => db.ModerationCases.Any(c => c.Id == moderationCaseId && c.ItemId == s.Id)).Select(s => s.AuthorId));
        var found = await db.Participants.Where(p => authors.Contains(p.Id)).Join(db.Cards, p => p.CardId, c => c.Id, (_, card) => card)
            .Join(db.CardBatches, c => c.BatchId, b => b.Id, (card, batch) => new { Batch = batch.Number, batch.IssuedTo, Card = card.Number }).SingleOrDefaultAsync();
        return found is null ? null : (found.Batch, found.IssuedTo, found.Card);
    }

    /// <summary>How many ideas of a child wait, those apart that are set aside with a case that was closed: otherwise it could never send another.</summary>
    public static Task<int> WaitingIdeasOfAsync(this ChildFriendlyDb db, Guid childId) => db.Initiatives.CountAsync(i => i.AuthorId == childId && i.Stage == InitiativeStage.Submitted
        && !db.ModerationCases.Any(c => c.ItemId == i.Id && c.Stage == ModerationStage.Concern && db.SafeguardingCases.Any(s => s.ModerationCaseId == c.Id && s.ClosedAt != null)));

    private static IQueryable<Guid> PeopleOf(this ChildFriendlyDb db, Role role, Guid localityId, DateOnly today) => db.StaffAccounts
        .Where(s => s.Roles.Any(r => r.Role == role && r.LocalityId == localityId)
            && db.StaffChecks.Any(c => c.StaffId == s.Id && c.LocalityId == localityId && c.Kind == StaffCheckKind.IntegrityCertificate && c.ExpiresOn >= today))
        .Select(s => s.Id);
}
