using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Pages.Initiatives.Child;
using ChildFriendly.Web.Pages.Moderation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Child;

/// <summary>What a child sent to the council and nobody else has read yet: written anew, with the moderator's question beside the field, or taken back.</summary>
[AtHome]
public sealed class RewriteModel(Concerns concerns, Screeners screeners) : SayPage(concerns)
{
    public CouncilContribution Said { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    public string? Question => Said.Stage == ShortTextStage.SentBack ? Said.Sentence : null;

    public IReadOnlyList<WritingHint> Hints { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Input.Text = Said.Text;
        Hints = WritingHint.Of(screeners.Of(Here.Slug), Lang, Input.Text);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id) => !await FindAsync(id) ? NotFound()
        : !ModelState.IsValid ? Invalid()
        : Refusal is not null ? Refuse(Refusal)
        : await KeepAsync(Input.Text, "council-sent");

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id) => !await FindAsync(id) ? NotFound()
        : Said.Stage == ShortTextStage.Published ? Refuse(ContributionRules.Shown)
        : await KeepAsync(null, "why-taken-back");

    private Task<IActionResult> KeepAsync(string? words, string told) =>
        KeepAsync(Said.Id, words, text => CouncilContribution.Of(Me, Said.Kind, Said.RecommendationId, Lang, text, Now, Said.Id), $"/{Lang}/me", told);

    private async Task<bool> FindAsync(Guid id)
    {
        Said = (await Db.CouncilContributions.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(c => c.Id == id && c.AuthorId == Me.Id))!;
        if (Said is null)
        {
            return false;
        }

        Refusal = ContributionRules.RefuseToRewrite(Said, Me, await WaitingAsync(), IsSending && HasSign);
        return true;
    }
}
