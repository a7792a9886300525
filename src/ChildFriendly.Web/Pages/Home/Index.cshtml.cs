using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using ChildFriendly.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Home;

[InKeyLanguages]
public sealed class IndexModel : SitePage
{
    public IReadOnlyList<LocalityTile> Localities { get; private set; } = [];

    public IReadOnlyList<Achievement> Achieved { get; private set; } = [];

    /// <summary>The locality of the child's card, for one that is signed in.</summary>
    public LocalityTile? Mine { get; private set; }

    public async Task OnGetAsync()
    {
        Localities = await Db.Localities.AsNoTracking().OrderBy(l => l.Name)
            .Select(l => new LocalityTile(
                l.Id,
                l.Slug,
                l.Name,
                l.Kind,
                Db.Initiatives.Count(i => i.LocalityId == l.Id && !InitiativeStages.Unpublished.Contains(i.Stage)),
                Db.Consultations.Count(c => c.LocalityId == l.Id && c.Stage == ConsultationStage.Open)))
            .ToListAsync();
        Mine = Child is null ? null : Localities.Single(l => l.Id == Child.LocalityId);
        Achieved = await Db.Initiatives.AsNoTracking()
            .Where(i => i.Stage == InitiativeStage.ConfirmedByChildren || i.Stage == InitiativeStage.Done)
            .OrderByDescending(i => i.ChangedAt).Take(3)
            .Join(Db.Localities, i => i.LocalityId, l => l.Id, (i, l) => new Achievement(l.Slug, l.Name, i.Number, i.Title, i.Stage, i.Language))
            .ToListAsync();
    }
}

public sealed record LocalityTile(Guid Id, string Slug, string Name, LocalityKind Kind, int Initiatives, int OpenVotes);

public sealed record Achievement(string Slug, string Locality, int Number, string Title, InitiativeStage Stage, string Language);
