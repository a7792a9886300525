using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>Files of one kind that go with a report which is still a draft, added and taken away one at a time.</summary>
public abstract class DraftFilesPage : MeasurePage
{
    /// <summary>What came is in <see cref="Access.Upload"/>.</summary>
    public string? Sent { get; private set; }

    public ReportDraft Draft { get; private set; } = null!;

    public string BackToReport => $"{Back}/progress";

    public IReadOnlyList<Choice> Answers
    {
        get
        {
            var texts = HttpContext.RequestServices.GetRequiredService<Wording>();
            return [new("false", texts["desk.media.no"]), new("true", texts["desk.media.yes"])];
        }
    }

    public abstract MeasureFileKind Kind { get; }

    public IEnumerable<MeasureFile> Files => Draft.Files.Where(f => f.Kind == Kind).OrderBy(f => f.AddedAt);

    public async Task<IActionResult> OnGetAsync(int number) => await FindDraftAsync(number) ? Page() : Redirect($"{Desk}/plan/{number}/progress");

    public async Task<IActionResult> OnPostRemoveAsync(int number, Guid file)
    {
        if (!await FindDraftAsync(number))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (Draft.Files.SingleOrDefault(f => f.Id == file) is { } gone)
        {
            Draft.TakeAway(gone, As(Role.CouncilStaff), Now);
            Db.Remove(gone);
            if (!await Db.TrySaveAsync())
            {
                return Refuse(Refusal.Busy);
            }
        }

        return Tell(Request.Path, "measure-file-removed");
    }

    /// <summary>Saved with the draft, and the page is there for the next one.</summary>
    protected async Task<IActionResult> AddAsync(MeasureFile file)
    {
        Draft.Add(file, As(Role.CouncilStaff), Now);
        Db.Add(file);
        return await Db.TrySaveAsync() ? Tell(Request.Path, "measure-file-added") : Refuse(Refusal.Busy);
    }

    protected async Task<bool> FindDraftAsync(int number)
    {
        if (!await FindAsync(number) || await Db.ReportDrafts.SingleOrDefaultAsync(d => d.MeasureId == Measure.Id) is not { } draft)
        {
            return false;
        }

        Draft = draft;
        return true;
    }
}
