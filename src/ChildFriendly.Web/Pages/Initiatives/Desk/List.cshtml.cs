using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Desk;

public sealed class ListModel : SitePage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<DeskLine> Lines { get; private set; } = [];

    /// <summary>Unanswered ones first, the most urgent on top.</summary>
    public async Task OnGetAsync()
    {
        ModelState.Clear();
        var published = Db.Initiatives.InLocality(Here.Id).Published();
        Paging = Paging.Of(Number, PageSize, await published.CountAsync());
        Lines = await published.OrderBy(i => i.AnswerDueOn == null).ThenBy(i => i.AnswerDueOn).ThenByDescending(i => i.ChangedAt)
            .Skip(Paging.Skip).Take(PageSize)
            .Select(i => new DeskLine(i.Number, i.Title, i.Stage, i.AnswerDueOn, Db.Supports.Count(s => s.InitiativeId == i.Id), i.Language)).ToListAsync();
    }
}

public sealed record DeskLine(int Number, string Title, InitiativeStage Stage, DateOnly? AnswerDueOn, int Supporters, string Language);
