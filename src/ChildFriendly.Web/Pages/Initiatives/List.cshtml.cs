using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives;

public sealed class ListModel : SitePage
{
    private const int PageSize = 12;

    /// <summary>How readers think of stages: a name and what it holds.</summary>
    public static IReadOnlyDictionary<string, InitiativeStage[]> Groups { get; } = new Dictionary<string, InitiativeStage[]>(StringComparer.Ordinal)
    {
        ["waiting"] = [InitiativeStage.Published, InitiativeStage.UnderReview],
        ["answered"] = [InitiativeStage.Accepted, InitiativeStage.PartlyAccepted, InitiativeStage.NotNow, InitiativeStage.Declined],
        ["vote"] = [InitiativeStage.OnBallot, InitiativeStage.Selected, InitiativeStage.NotSelected],
        ["plan"] = [InitiativeStage.InPlan, InitiativeStage.InProgress],
        ["done"] = [InitiativeStage.Done, InitiativeStage.ConfirmedByChildren],
    };

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "goal")]
    public string? GoalName { get; set; }

    [BindProperty(SupportsGet = true, Name = "stage")]
    public string? Group { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public GoalArea? Goal => Enum.TryParse<GoalArea>(GoalName, out var goal) && Enum.IsDefined(goal) ? goal : null;

    public bool IsFiltered => !string.IsNullOrEmpty(Words) || Goal is not null || (Group is not null && Groups.ContainsKey(Group));

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<InitiativeLine> Lines { get; private set; } = [];

    public async Task OnGetAsync()
    {
        // A number that is none is simply the first page.
        ModelState.Clear();
        var found = Db.Initiatives.InLocality(Here.Id).Published().Matching(Words);
        if (Goal is { } goal)
        {
            found = found.Where(i => i.Goal == goal);
        }

        if (Group is not null && Groups.TryGetValue(Group, out var stages))
        {
            found = found.Where(i => stages.Contains(i.Stage));
        }

        var query = string.Join('&', new[] { ("q", Words), ("goal", Goal?.ToString()), ("stage", Group) }
            .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));
        Paging = Paging.Of(Number, PageSize, await found.CountAsync(), query);
        Lines = await found.OrderByDescending(i => i.PublishedAt).Skip(Paging.Skip).Take(PageSize).ToLines(Db).ToListAsync();
    }
}
