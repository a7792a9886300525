using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Pages.Moderation;
using ChildFriendly.Web.Pages.Initiatives.Child;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Child;

/// <summary>What a child has to say about what it sees: a sentence, checked before anybody reads it.</summary>
[AtHome]
public sealed class WordsModel(Concerns concerns, Screeners screeners) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Measure Measure { get; private set; } = null!;

    public Remark? Mine { get; private set; }

    public Refusal? Refusal { get; private set; }

    /// <summary>Said in the answer to this very press and nowhere else.</summary>
    public bool HasConcern { get; private set; }

    public IReadOnlyList<WritingHint> Hints { get; private set; } = [];

    public string Shown => $"{Home}/plan/measures/{Measure.Number}";

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

        return Refusal is not null ? Refuse(Refusal) : await KeepAsync(Input.Text, "why-sent");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(int number) => await FindAsync(number) ? await KeepAsync(null, "why-taken-back") : NotFound();

    private async Task<IActionResult> KeepAsync(string? words, string told)
    {
        switch (await Db.KeepRemarkAsync(ModerationSubject.MeasureCheck, Measure.Id, Me, words, concerns, Lang, Now))
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

    private async Task<bool> FindAsync(int number)
    {
        Measure = (await Db.Measures.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).SingleOrDefaultAsync(m => m.Number == number))!;
        if (Measure is null)
        {
            return false;
        }

        Mine = await Db.Remarks.AsNoTracking().SingleOrDefaultAsync(r => r.Kind == ModerationSubject.MeasureCheck && r.AboutId == Measure.Id && r.AuthorId == Me.Id);
        var waiting = await Db.Remarks.CountAsync(r => r.AuthorId == Me.Id && r.Stage == ShortTextStage.Waiting && r.AboutId != Measure.Id);
        Refusal = CheckRules.RefuseToCheck(Measure, Me)
            ?? (!await Db.MeasureChecks.AnyAsync(c => c.MeasureId == Measure.Id && c.ParticipantId == Me.Id) ? CheckRules.CheckFirst : null)
            ?? InitiativeRules.RefuseManyRemarks(waiting, IsSending && concerns.HasSign(Here.Slug, Lang, [Input.Text]));
        return true;
    }

    public sealed class InputModel
    {
        [Required, StringLength(Remark.TextMaxLength), DataType(DataType.MultilineText)]
        public string Text { get; set; } = "";
    }
}
