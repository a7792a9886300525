using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

/// <summary>The idea said aloud, recorded in the browser: for the moderator, who writes it down.</summary>
[AtHome]
[TakesFile(MediaFiles.MostSoundBytes)]
public sealed class NewVoiceModel : SitePage
{
    [BindProperty(SupportsGet = true)]
    public int? Of { get; set; }

    /// <summary>Only this answer is changed; the check comes next.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Only { get; set; }

    /// <summary>What came is in <see cref="Upload"/>.</summary>
    public string? Sent { get; private set; }

    public VoiceMessage? Voice { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : Redirect(Step.Goal.LinkTo(this, null));

    public async Task<IActionResult> OnPostAsync(bool back)
    {
        if (!await FindAsync())
        {
            return Refuse(InitiativeRules.NotHereAnyMore);
        }

        var upload = Upload.Of(HttpContext);
        if (upload.IsThere)
        {
            CleanSound? clean = null;
            if ((upload.IsTooLarge ? MediaFiles.SoundTooLong : MediaFiles.RefuseToTakeSound(upload.Bytes, out clean)) is { } refusal)
            {
                return Refuse(refusal, nameof(Sent));
            }

            if (!await Step.SaveAsync(this, Db, Of, d => d.Say(clean!, Now)))
            {
                return Refuse(InitiativeRules.NotHereAnyMore);
            }
        }

        return Redirect(back ? Step.Picture.LinkTo(this, Of, Only) : Step.Picture.LinkOnward(this, Of, Only));
    }

    public async Task<IActionResult> OnPostRemoveAsync() => await Step.SaveAsync(this, Db, Of, d => d.TakeVoiceAway(Now))
        ? Tell(Step.Voice.LinkTo(this, Of, Only), "voice-removed") : Refuse(InitiativeRules.NotHereAnyMore);

    private async Task<bool> FindAsync()
    {
        if (await Step.FindDraftAsync(this, Db, Of) is not { } draft)
        {
            return false;
        }

        Voice = draft.Voice;
        return true;
    }
}
