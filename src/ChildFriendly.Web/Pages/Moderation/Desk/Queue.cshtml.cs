using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Moderation.Desk;

public sealed class QueueModel : SitePage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<WaitingCase> Waiting { get; private set; } = [];

    /// <summary>Children who want a published idea taken down.</summary>
    public IReadOnlyList<(int Number, string Title, DateTime Since)> Removals { get; private set; } = [];

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        var removals = await Db.Initiatives.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).Published().Where(i => i.RemovalRequestedAt != null)
            .OrderBy(i => i.RemovalRequestedAt).Select(i => new { i.Number, i.Title, i.RemovalRequestedAt }).ToListAsync();
        Removals = removals.ConvertAll(r => (r.Number, r.Title, r.RemovalRequestedAt!.Value));
        var open = Db.ModerationCases.AsNoTracking().InLocality(Here.Id).Where(c => c.DecidedAt == null);
        Paging = Paging.Of(Number, PageSize, await open.CountAsync());
        Waiting = await open.OrderBy(c => c.WaitingSince).Skip(Paging.Skip).Take(PageSize)
            .Select(c => new WaitingCase(
                c.Id,
                c.SubjectKind,
                c.WaitingSince,
                c.ClaimedUntil > Now && c.ClaimedById != Staff!.Id,
                c.SubjectKind == ModerationSubject.Initiative
                    ? Db.Initiatives.Where(i => i.Id == c.ItemId).Select(i => i.Title).FirstOrDefault()
                    : c.SubjectKind == ModerationSubject.Finding
                        ? Db.Findings.Where(f => f.Id == c.ItemId).Select(f => f.Statement).FirstOrDefault()
                        : Db.OpenAnswers.Where(a => a.Id == c.ItemId).Select(a => a.Text).FirstOrDefault(),
                Db.Initiatives.Where(i => i.Id == c.ItemId).Select(i => i.Language).FirstOrDefault()
                    ?? Db.OpenAnswers.Where(a => a.Id == c.ItemId).Select(a => a.Language).FirstOrDefault() ?? Initiative.DefaultLanguage))
            .ToListAsync();
    }
}

public sealed record WaitingCase(Guid Id, ModerationSubject Kind, DateTime Since, bool IsWithSomebodyElse, string? Title, string Language);
