using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Pages.Moderation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

/// <summary>Why somebody wants it too, in a sentence. A person reads it before anybody else; nobody can answer it.</summary>
[AtHome]
public sealed class WhyModel(Concerns concerns, Screeners screeners) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Initiative Initiative { get; private set; } = null!;

    /// <summary>What this child has said before.</summary>
    public Remark? Mine { get; private set; }

    public Refusal? Refusal { get; private set; }

    /// <summary>A moderator's, about what was said before.</summary>
    public string? Question => Mine?.Stage == ShortTextStage.SentBack ? Mine.Sentence : null;

    /// <summary>Said in the answer to this very press and nowhere else.</summary>
    public bool HasConcern { get; private set; }

    public IReadOnlyList<WritingHint> Hints { get; private set; } = [];

    public string Idea => $"{Home}/initiatives/{Initiative.Number}";

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        Input.Text = Mine?.Text ?? "";
        Hints = WritingHint.Of(screeners.Of(Here.Slug), Lang, Input.Text);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Refusal is not null)
        {
            return Refuse(Refusal);
        }

        return await KeepAsync(Input.Text) is { } kept ? kept : Tell(Idea, "why-sent");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        return await KeepAsync(null) is { } kept ? kept : Tell(Idea, "why-taken-back");
    }

    /// <returns>Null where all is said.</returns>
    private async Task<IActionResult?> KeepAsync(string? words)
    {
        switch (await Db.KeepRemarkAsync(ModerationSubject.SupportReason, Initiative.Id, Me, words, concerns, Lang, Now))
        {
            case null:
                return Redirect($"/{Lang}/card");
            case true:
                HasConcern = true;
                return Page();
            default:
                return null;
        }
    }

    private async Task<bool> FindAsync(int number)
    {
        Initiative = (await Db.Initiatives.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).Published().SingleOrDefaultAsync(i => i.Number == number))!;
        if (Initiative is null)
        {
            return false;
        }

        Mine = await Db.Remarks.AsNoTracking().SingleOrDefaultAsync(r => r.Kind == ModerationSubject.SupportReason && r.AboutId == Initiative.Id && r.AuthorId == Me.Id);
        var hasSign = IsSending && concerns.HasSign(Here.Slug, Lang, [Input.Text]);
        var waiting = await Db.Remarks.CountAsync(r => r.AuthorId == Me.Id && r.Stage == ShortTextStage.Waiting && r.AboutId != Initiative.Id);
        Refusal = InitiativeRules.RefuseToSayWhy(Initiative, await Db.Supports.AnyAsync(s => s.InitiativeId == Initiative.Id && s.ParticipantId == Me.Id), waiting, hasSign);
        return true;
    }

    public sealed class InputModel
    {
        [Required, StringLength(Remark.TextMaxLength), DataType(DataType.MultilineText)]
        public string Text { get; set; } = "";
    }
}
