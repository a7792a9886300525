using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Staff;

public sealed class HomeModel(Roster roster) : SitePage
{
    public IReadOnlyList<Workplace> Workplaces { get; private set; } = [];

    public IReadOnlyList<Role> NationalRoles { get; private set; } = [];

    /// <summary>For the system administrator: letters that nobody tries to send any more, in the last month.</summary>
    public int LettersGivenUp { get; private set; }

    public async Task OnGetAsync()
    {
        NationalRoles = Staff!.Roles.Where(r => r.LocalityId is null).Select(r => r.Role).ToList();
        var ids = Staff.Roles.Select(r => r.LocalityId).OfType<Guid>().Distinct().ToList();
        var workplaces = new List<Workplace>();
        foreach (var locality in await Db.Localities.AsNoTracking().Where(l => ids.Contains(l.Id)).OrderBy(l => l.Name).ToListAsync())
        {
            var roles = Staff.Roles.Where(r => r.LocalityId == locality.Id).Select(r => r.Role).ToList();
            var certificate = await CertificateAsync(locality.Id, roles);
            var open = certificate?.Key == StaffCheckRules.Lapsed.Key ? roles.Except(StaffCheckRules.WithChildren).ToList() : roles;
            workplaces.Add(new Workplace(
                locality, roles, await DesksAsync(locality.Id, open), certificate,
                roles.Contains(Role.LocalityAdmin) ? (await roster.MembersAsync(locality.Id)).Where(m => m.NeedsNewCertificate(Today)).OrderBy(m => m.Certificate?.ExpiresOn).ToList() : []));
        }

        Workplaces = workplaces;
        var monthAgo = Now.AddMonths(-1);
        LettersGivenUp = NationalRoles.Contains(Role.SystemAdmin) ? await Db.Mails.CountAsync(m => m.GivenUpAt > monthAgo) : 0;
    }

    private async Task<(string Key, DateOnly? On)?> CertificateAsync(Guid localityId, IReadOnlyList<Role> roles)
    {
        if (!roles.Any(StaffCheckRules.WithChildren.Contains))
        {
            return null;
        }

        var until = await Db.StaffChecks.Where(c => c.StaffId == Staff!.Id && c.LocalityId == localityId && c.Kind == StaffCheckKind.IntegrityCertificate).MaxAsync(c => (DateOnly?)c.ExpiresOn);
        return until switch
        {
            null => (StaffCheckRules.Lapsed.Key, null),
            _ when until < Today => (StaffCheckRules.Lapsed.Key, null),
            _ when until.Value.AddDays(-StaffCheckRules.ReminderDays[0]) <= Today => ("staff.checks.ends", until),
            _ => null,
        };
    }

    private async Task<IReadOnlyList<DeskTile>> DesksAsync(Guid localityId, IReadOnlyList<Role> roles)
    {
        var tiles = new List<DeskTile>();
        foreach (var desk in Access.Desk.Of(roles))
        {
            tiles.Add(new DeskTile(desk.Name, desk.Picture, await WaitingAsync(localityId, desk.Name, roles)));
        }

        return tiles;
    }

    /// <returns>Null where nothing waits for anybody.</returns>
    private async Task<int?> WaitingAsync(Guid localityId, string desk, IReadOnlyList<Role> roles) => desk switch
    {
        "moderation" => await Db.ModerationCases.InLocality(localityId).Waiting().CountAsync(),
        "safeguarding" => await Db.SafeguardingCases.CountAsync(c => c.LocalityId == localityId && c.ClosedAt == null),
        "initiatives" => await Db.Initiatives.InLocality(localityId).Published().CountAsync(i => i.AnswerDueOn != null),
        "consultations" => await Db.Consultations.InLocality(localityId).CountAsync(c => c.Stage == ConsultationStage.Counted),
        "plan" => await Db.Initiatives.InLocality(localityId).SelectedForPlan().CountAsync() + (await Db.NeedsAsync(localityId, Now)).Count,
        "group-ideas" => await Db.Initiatives.InLocality(localityId).CountAsync(i => i.GroupSize != null && i.Stage == InitiativeStage.SentBack),
        "council" when roles.Contains(Role.CouncilStaff) => await Db.Recommendations.InLocality(localityId).CountAsync(r => r.Stage == RecommendationStage.Sent),
        "council" => await Db.Initiatives.InLocality(localityId).CountAsync(i => i.Stage == InitiativeStage.Done),
        _ => null,
    };
}

/// <param name="Certificate">What is wrong, or soon will be, with the certificate of somebody who works with children there.</param>
/// <param name="NeedCertificate">For the administrator: who works with children there and needs a new certificate, the most urgent first.</param>
public sealed record Workplace(Locality Locality, IReadOnlyList<Role> Roles, IReadOnlyList<DeskTile> Desks, (string Key, DateOnly? On)? Certificate, IReadOnlyList<Member> NeedCertificate);

public sealed record DeskTile(string Name, string Picture, int? Waiting);
