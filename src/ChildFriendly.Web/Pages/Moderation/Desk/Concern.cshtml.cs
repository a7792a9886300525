using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Moderation.Desk;

/// <summary>A moderator fears for a child: one press, and it is with those responsible. From then on moderators know nothing of it.</summary>
public sealed class ConcernModel(ISeal seal) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public ModerationCase Case { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            // Pressed twice: it is with them already.
            return await IsRaisedByMeAsync(id) ? Tell($"{Desk}/moderation", "concern-raised") : NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var (language, words) = await WordsAsync();
        var opened = SafeguardingCase.Open(Here.Id, SafeguardingOrigin.Moderator, language, words, reach: "", seal, As(Role.Moderator), Now, Case.Id);
        if (!string.IsNullOrEmpty(Input.Note))
        {
            opened.Remark(Input.Note, seal, As(Role.Moderator), Now);
        }

        Case.SetAside();
        Db.Add(opened);
        if (await Db.TrySaveAsync())
        {
            return Tell($"{Desk}/moderation", "concern-raised");
        }

        Db.ChangeTracker.Clear();
        return await FindAsync(id) ? Refuse(Refusal.Busy) : await IsRaisedByMeAsync(id) ? Tell($"{Desk}/moderation", "concern-raised") : NotFound();
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Case = (await Db.ModerationCases.InLocality(Here.Id).Waiting().SingleOrDefaultAsync(c => c.Id == id))!;
        return Case is not null;
    }

    private Task<bool> IsRaisedByMeAsync(Guid id) => Db.SafeguardingCases.AnyAsync(c => c.ModerationCaseId == id && c.LocalityId == Here.Id
        && Db.Audit.Any(a => a.SubjectId == c.Id && a.What == nameof(SafeguardingCaseOpened) && a.StaffId == Staff!.Id));

    /// <summary>All that was written, as it was written.</summary>
    private async Task<(string Language, string Words)> WordsAsync()
    {
        var item = (await Db.ContributionOfAsync(Case.SubjectKind, Case.ItemId))!;
        // A voice that nobody has checked yet belongs to it too.
        var words = item is Initiative idea ? idea.Written.Values.Append(idea.Voice?.Transcript ?? "") : item.Words.Values;
        return (item.Language, string.Join("\n\n", words.Where(w => w.Length > 0)));
    }

    public sealed class InputModel
    {
        [StringLength(SafeguardingCase.NoteMaxLength), DataType(DataType.MultilineText)]
        public string? Note { get; set; }
    }
}
