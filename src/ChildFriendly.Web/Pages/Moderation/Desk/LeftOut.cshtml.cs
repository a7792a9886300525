using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Moderation.Desk;

/// <summary>The child does not agree with what was left out: somebody else than who left it out decides.</summary>
public sealed class LeftOutModel : SitePage
{
    [BindProperty, StringLength(Initiative.SentenceMaxLength), DataType(DataType.MultilineText)]
    public string? Sentence { get; set; }

    public Redaction Redaction { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    private ModerationCase decided = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        decided.Read(As(Role.Moderator), Now);
        await Db.TrySaveAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, bool restore)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (Refusal is not null)
        {
            return Refuse(Refusal);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (restore)
        {
            if (await Db.ContributionOfAsync(decided.SubjectKind, Redaction.ItemId) is { } item)
            {
                Redaction.Restore(item, As(Role.Moderator), Now);
            }
        }
        else if (string.IsNullOrEmpty(Sentence))
        {
            return Refuse(ModerationRules.SentenceMissing, nameof(Sentence));
        }
        else
        {
            Redaction.Uphold(Sentence, As(Role.Moderator), Now);
        }

        return await Db.TrySaveAsync() ? Tell($"{Desk}/moderation", "objection-decided") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Redaction = (await Db.Redactions.InLocality(Here.Id).SingleOrDefaultAsync(r => r.Id == id && r.ObjectedAt != null))!;
        if (Redaction is null)
        {
            return false;
        }

        decided = await Db.ModerationCases.Where(c => c.ItemId == Redaction.ItemId).OrderByDescending(c => c.DecidedAt).FirstAsync();
        Refusal = Redaction.Stage != RedactionStage.Objected ? ModerationRules.Decided : Redaction.DecidedById == Staff!.Id ? ModerationRules.DecidedByYou : null;
        return true;
    }
}
