using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Group;

/// <summary>Ideas that adults wrote down for children without cards.</summary>
public sealed class ListModel : SitePage
{
    private const int Most = 100;

    public IReadOnlyList<Line> Ideas { get; private set; } = [];

    public async Task OnGetAsync() =>
        Ideas = await Db.Initiatives.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).Where(i => i.GroupSize != null && i.Number > 0)
            .OrderByDescending(i => i.Stage == InitiativeStage.SentBack).ThenByDescending(i => i.Number).Take(Most)
            .Select(i => new Line(i.Number, i.Title, i.Language, i.GroupSize!.Value, i.Stage)).ToListAsync();

    /// <param name="Title">Empty once its words are gone.</param>
    public sealed record Line(int Number, string Title, string Language, int Children, InitiativeStage Stage);
}
