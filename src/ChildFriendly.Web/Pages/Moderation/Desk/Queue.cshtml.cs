using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Moderation.Desk;

public sealed class QueueModel : SitePage
{
    /// <summary>Of what readers reported; the rest is folded, so that a flood does not push the queue away.</summary>
    public const int ShownAtOnce = 5;

    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    /// <summary>What the list is narrowed to; all where it names nothing known.</summary>
    [BindProperty(SupportsGet = true)]
    public ModerationSubject? Kind { get; set; }

    /// <summary>The language in which it was written.</summary>
    [BindProperty(SupportsGet = true)]
    public string? In { get; set; }

    public bool IsFiltered => Kind is not null || !string.IsNullOrEmpty(In);

    public Paging Paging { get; private set; } = null!;

    /// <summary>How many in all have waited longer than the target.</summary>
    public int Late { get; private set; }

    public IReadOnlyList<WaitingCase> Waiting { get; private set; } = [];

    /// <summary>How many this moderator has open.</summary>
    public int Taken { get; private set; }

    public IReadOnlyList<HeldDecision> Undoable { get; private set; } = [];

    /// <summary>Children who want a published idea taken down.</summary>
    public IReadOnlyList<(int Number, string Title, DateTime Since)> Removals { get; private set; } = [];

    /// <summary>Children who do not agree with what was left out.</summary>
    public IReadOnlyList<(Guid Id, DateTime Since, bool IsForSomebodyElse)> Objections { get; private set; } = [];

    /// <summary>What readers say is wrong; what is hidden meanwhile comes first.</summary>
    /// <summary>The gravest first, all about one thing together.</summary>
    public IReadOnlyList<ReportedItem> Reports { get; private set; } = [];

    /// <summary>Gives back everything that is open and undecided: the one thing that is done to many at once, because nobody is told anything by it.</summary>
    public async Task<IActionResult> OnPostReleaseAsync()
    {
        foreach (var taken in await Db.ModerationCases.InLocality(Here.Id).Where(c => c.Stage == ModerationStage.Claimed && c.ClaimedById == Staff!.Id).ToListAsync())
        {
            taken.Release(Staff!.Id);
        }

        await Db.TrySaveAsync();
        return Redirect(Request.Path);
    }

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        var removals = await Db.Initiatives.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).Published().Where(i => i.RemovalRequestedAt != null)
            .OrderBy(i => i.RemovalRequestedAt).Select(i => new { i.Number, i.Title, i.RemovalRequestedAt }).ToListAsync();
        Removals = removals.ConvertAll(r => (r.Number, r.Title, r.RemovalRequestedAt!.Value));
        var objections = await Db.Redactions.AsNoTracking().InLocality(Here.Id).Where(r => r.Stage == RedactionStage.Objected).OrderBy(r => r.ObjectedAt).ToListAsync();
        Objections = objections.ConvertAll(r => (r.Id, r.ObjectedAt!.Value, r.DecidedById == Staff!.Id));
        Taken = await Db.ModerationCases.InLocality(Here.Id).CountAsync(c => c.Stage == ModerationStage.Claimed && c.ClaimedById == Staff!.Id);
        var reported = await Db.Reports.AsNoTracking().InLocality(Here.Id).Where(r => r.Stage == ReportStage.Waiting)
            .Select(r => new ReportedItem(
                r.Id,
                r.ItemId,
                r.Reason,
                r.At,
                Db.Initiatives.Where(i => i.Id == r.ItemId).Select(i => i.Title).FirstOrDefault() ?? Db.OpenAnswers.Where(a => a.Id == r.ItemId).Select(a => a.Text).FirstOrDefault()
                    ?? Db.Remarks.Where(m => m.Id == r.ItemId).Select(m => m.Text).FirstOrDefault() ?? Db.CouncilContributions.Where(s => s.Id == r.ItemId).Select(s => s.Text).FirstOrDefault(),
                Db.Initiatives.Any(i => i.Id == r.ItemId && i.IsSuspended) || Db.OpenAnswers.Any(a => a.Id == r.ItemId && a.IsSuspended) || Db.Remarks.Any(m => m.Id == r.ItemId && m.IsSuspended)
                    || Db.CouncilContributions.Any(s => s.Id == r.ItemId && s.IsSuspended)))
            .ToListAsync();
        Reports = [.. reported.GroupBy(r => r.ItemId).OrderBy(g => g.Min(r => r.Reason)).ThenBy(g => g.Min(r => r.At)).SelectMany(g => g.OrderBy(r => r.Reason))];
        Undoable = await Db.HeldByAsync(Here.Id, Staff!.Id, Now);
        var open = Db.ModerationCases.AsNoTracking().InLocality(Here.Id).Waiting();
        Late = (await open.Select(c => c.WaitingSince).ToListAsync()).Count(since => ModerationRules.DueOn(since) < Today);
        open = open.Where(c => (Kind == null || c.SubjectKind == Kind)
            && (string.IsNullOrEmpty(In) || Db.Initiatives.Any(i => i.Id == c.ItemId && i.Language == In) || Db.OpenAnswers.Any(a => a.Id == c.ItemId && a.Language == In)
                || Db.Remarks.Any(r => r.Id == c.ItemId && r.Language == In) || Db.CouncilContributions.Any(s => s.Id == c.ItemId && s.Language == In)
                || (In == Initiative.DefaultLanguage && (c.SubjectKind == ModerationSubject.Finding || c.SubjectKind == ModerationSubject.NotedProposal))));
        Paging = Paging.Of(Number, PageSize, await open.CountAsync(), string.Join('&', new[] { Kind is null ? null : $"kind={Kind}", string.IsNullOrEmpty(In) ? null : $"in={Uri.EscapeDataString(In)}" }.OfType<string>()));
        Waiting = await open.OrderBy(c => c.WaitingSince).Skip(Paging.Skip).Take(PageSize)
            .Select(c => new WaitingCase(
                c.Id,
                c.SubjectKind,
                c.WaitingSince,
                c.ClaimedById == Staff!.Id && c.ClaimedUntil > Now,
                c.NotById == Staff!.Id || c.OpinionAskedById == Staff.Id || (c.ClaimedUntil > Now && c.ClaimedById != Staff.Id),
                c.NotById != null,
                c.OpinionAskedById != null,
                c.SubjectKind == ModerationSubject.Initiative
                    ? Db.Initiatives.Where(i => i.Id == c.ItemId).Select(i => i.Title).FirstOrDefault()
                    : c.SubjectKind == ModerationSubject.Finding
                        ? Db.Findings.Where(f => f.Id == c.ItemId).Select(f => f.Statement).FirstOrDefault()
                        : Db.OpenAnswers.Where(a => a.Id == c.ItemId).Select(a => a.Text).FirstOrDefault() ?? Db.Remarks.Where(r => r.Id == c.ItemId).Select(r => r.Text).FirstOrDefault()
                            ?? Db.CouncilContributions.Where(s => s.Id == c.ItemId).Select(s => s.Text).FirstOrDefault() ?? Db.NotedProposals.Where(n => n.Id == c.ItemId).Select(n => n.Gist).FirstOrDefault(),
                Db.Initiatives.Where(i => i.Id == c.ItemId).Select(i => i.Language).FirstOrDefault()
                    ?? Db.OpenAnswers.Where(a => a.Id == c.ItemId).Select(a => a.Language).FirstOrDefault() ?? Db.Remarks.Where(r => r.Id == c.ItemId).Select(r => r.Language).FirstOrDefault()
                    ?? Db.CouncilContributions.Where(s => s.Id == c.ItemId).Select(s => s.Language).FirstOrDefault() ?? Initiative.DefaultLanguage))
            .ToListAsync();
    }
}

public sealed record WaitingCase(Guid Id, ModerationSubject Kind, DateTime Since, bool IsMine, bool IsForSomebodyElse, bool IsAppeal, bool IsOpinion, string? Title, string Language);

/// <param name="Title">Null where it is gone.</param>
public sealed record ReportedItem(Guid Id, Guid ItemId, ReportReason Reason, DateTime At, string? Title, bool IsHidden);
