using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Moderation;

/// <summary>A sentence that a child adds to something it did. A person reads it before anybody else; nobody can answer it.</summary>
public abstract class RemarkPage(Concerns concerns, Screeners screeners) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    /// <summary>What this child has said before.</summary>
    public Remark? Mine { get; private set; }

    public Refusal? Refusal { get; private set; }

    /// <summary>A moderator's, about what was said before.</summary>
    public string? Question => Mine?.Stage == ShortTextStage.SentBack ? Mine.Sentence : null;

    /// <summary>Said in the answer to this very press and nowhere else.</summary>
    public bool HasConcern { get; private set; }

    public IReadOnlyList<WritingHint> Hints { get; private set; } = [];

    /// <summary>Where what it is about is to be read.</summary>
    public abstract string Shown { get; }

    public abstract (string Title, string Language) About { get; }

    /// <summary>The page's title, the field's label and the way back, as text keys.</summary>
    public abstract (string Title, string Field, string Back) Keys { get; }

    /// <summary>What becomes of it, and what is said once it is sent, as text keys.</summary>
    public virtual (string Explain, string Sent) Voice => ("initiatives.support.why.explain", "why-sent");

    protected abstract ModerationSubject Kind { get; }

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

        return Refusal is not null ? Refuse(Refusal) : await KeepAsync(Input.Text, Voice.Sent);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(int number) => await FindAsync(number) ? await KeepAsync(null, "why-taken-back") : NotFound();

    /// <returns>The id of what it is about; null where nobody sees that.</returns>
    protected abstract Task<Guid?> FindAboutAsync(int number);

    /// <summary>Why nothing can be said here, limits of the queue apart.</summary>
    protected abstract Task<Refusal?> RefuseAsync();

    private async Task<bool> FindAsync(int number)
    {
        if (await FindAboutAsync(number) is not { } about)
        {
            return false;
        }

        aboutId = about;
        Mine = await Db.Remarks.AsNoTracking().SingleOrDefaultAsync(r => r.Kind == Kind && r.AboutId == about && r.AuthorId == Me.Id);
        var waiting = await Db.Remarks.CountAsync(r => r.AuthorId == Me.Id && r.Stage == ShortTextStage.Waiting && r.AboutId != about);
        Refusal = await RefuseAsync() ?? InitiativeRules.RefuseManyRemarks(waiting, IsSending && concerns.HasSign(Here.Slug, Lang, [Input.Text]));
        return true;
    }

    private async Task<IActionResult> KeepAsync(string? words, string told)
    {
        switch (await Db.KeepRemarkAsync(Kind, aboutId, Me, words, concerns, Lang, Now))
        {
            case null:
                return Redirect($"/{Lang}/card");
            case true:
                HasConcern = true;
                return Page();
            default:
                return Tell(Shown, told);
        }
    }

    private Guid aboutId;

    public sealed class InputModel
    {
        [Required, StringLength(Remark.TextMaxLength), DataType(DataType.MultilineText)]
        public string Text { get; set; } = "";
    }
}
