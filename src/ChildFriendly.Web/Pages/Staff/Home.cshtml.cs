using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Staff;

public sealed class HomeModel : SitePage
{
    public IReadOnlyList<Workplace> Workplaces { get; private set; } = [];

    public IReadOnlyList<Role> NationalRoles { get; private set; } = [];

    public async Task OnGetAsync()
    {
        NationalRoles = Staff!.Roles.Where(r => r.LocalityId is null).Select(r => r.Role).ToList();
        var ids = Staff.Roles.Select(r => r.LocalityId).OfType<Guid>().Distinct().ToList();
        var workplaces = new List<Workplace>();
        foreach (var locality in await Db.Localities.AsNoTracking().Where(l => ids.Contains(l.Id)).OrderBy(l => l.Name).ToListAsync())
        {
            var roles = Staff.Roles.Where(r => r.LocalityId == locality.Id).Select(r => r.Role).ToList();
            workplaces.Add(new Workplace(locality, roles, await DesksAsync(locality.Id, roles)));
        }

        Workplaces = workplaces;
    }

    /// <summary>The desks of these roles, each with how much waits there.</summary>
    private async Task<IReadOnlyList<DeskTile>> DesksAsync(Guid localityId, IReadOnlyList<Role> roles)
    {
        var desks = new List<DeskTile>();
        foreach (var role in roles)
        {
            switch (role)
            {
                case Role.Moderator:
                    desks.Add(new("moderation", "idea", await Db.ModerationCases.InLocality(localityId).CountAsync(c => c.DecidedAt == null)));
                    break;
                case Role.CouncilStaff:
                    desks.Add(new("initiatives", "idea", await Db.Initiatives.InLocality(localityId).CountAsync(i => i.AnswerDueOn != null)));
                    desks.Add(new("consultations", "vote", await Db.Consultations.InLocality(localityId).CountAsync(c => c.Stage == ConsultationStage.Counted)));
                    desks.Add(new("plan", "plan", await Db.Initiatives.InLocality(localityId).CountAsync(i => i.Stage == InitiativeStage.Selected)));
                    desks.Add(new("council", "council", await Db.Recommendations.InLocality(localityId).CountAsync(r => r.Stage == RecommendationStage.Sent)));
                    break;
                case Role.CouncilCoordinator:
                    desks.Add(new("council", "council", await Db.Initiatives.InLocality(localityId).CountAsync(i => i.Stage == InitiativeStage.Done)));
                    break;
                case Role.Facilitator:
                    desks.Add(new("focus-groups", "group", 0));
                    break;
            }
        }

        return desks.DistinctBy(d => d.Name, StringComparer.Ordinal).ToList();
    }
}

public sealed record Workplace(Locality Locality, IReadOnlyList<Role> Roles, IReadOnlyList<DeskTile> Desks);

public sealed record DeskTile(string Name, string Picture, int Waiting);
