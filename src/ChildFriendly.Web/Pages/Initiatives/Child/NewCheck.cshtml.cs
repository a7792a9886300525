using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Web.Pages.Moderation;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

[AtHome]
public sealed class NewCheckModel(Concerns concerns, Screeners screeners) : SitePage
{
    [BindProperty(SupportsGet = true)]
    public int? Of { get; set; }

    public Initiative Draft { get; private set; } = null!;

    /// <summary>Said in the answer to this very press and nowhere else: nothing of it is stored, and reloading leads to "my things".</summary>
    public bool HasConcern { get; private set; }

    public string Sent => $"{Home}/initiatives/new/sent";

    /// <summary>To be looked at once more; nothing keeps the child from sending.</summary>
    public IReadOnlyList<WritingHint> Hints { get; private set; } = [];

    public IReadOnlyList<Initiative> Similar { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return Redirect(Step.Goal.LinkTo(this, null));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            // Pressed twice, or sent from another tab: what was sent is in "my things".
            return Redirect($"/{Lang}/me");
        }

        var waiting = await Db.WaitingIdeasOfAsync(Me.Id);
        if (InitiativeRules.RefuseToSubmit(Draft, Me, waiting, concerns.HasSign(Here.Slug, Draft.Language, Draft.Written.Values)) is { } refusal)
        {
            return Refuse(refusal);
        }

        var sent = await Db.SubmitAsync(Draft, concerns, Now);
        HasConcern = sent == Submitted.WithConcern;
        return HasConcern ? Page() : Redirect(sent == Submitted.Waiting ? Sent : $"/{Lang}/me");
    }

    private async Task<bool> FindAsync()
    {
        Draft = (await Step.FindDraftAsync(this, Db, Of))!;
        if (Draft is null)
        {
            return false;
        }

        Similar = await Db.SimilarToAsync(Draft);
        Hints = WritingHint.Of(screeners.Of(Here.Slug), Draft.Language, Draft.Written.Values);
        return true;
    }
}
