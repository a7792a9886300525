using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

/// <summary>A photo or a drawing, for who wants to add one. Where there is script, it is made small before it is sent.</summary>
[AtHome]
[TakesFile(MediaFiles.MostBytes)]
public sealed class NewPictureModel : SitePage
{
    /// <summary>Things that can be stamped into a drawing, from the sheet that votes have too.</summary>
    public static IReadOnlyList<string> Stamps { get; } = ["tree", "flowers", "house", "school", "playground", "football", "bicycle", "bus", "seat", "light", "dog", "water"];

    /// <summary>Colours of the pen, each with its name.</summary>
    public static IReadOnlyList<string> Colours { get; } = ["black", "red", "blue", "green", "yellow", "brown"];

    [BindProperty(SupportsGet = true)]
    public int? Of { get; set; }

    /// <summary>Only this answer is changed; the check comes next.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Only { get; set; }

    /// <summary>What came is in <see cref="Upload"/>.</summary>
    public string? Sent { get; private set; }

    public InitiativePicture? Picture { get; private set; }

    public VoiceMessage? Voice { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : Redirect(Step.Goal.LinkTo(this, null));

    public async Task<IActionResult> OnPostAsync(bool back, bool voice)
    {
        if (!await FindAsync())
        {
            return Refuse(InitiativeRules.NotHereAnyMore);
        }

        var upload = Upload.Of(HttpContext);
        if (upload.IsThere)
        {
            CleanPicture? clean = null;
            if ((upload.IsTooLarge ? MediaFiles.PictureTooLarge : MediaFiles.RefuseToTakePicture(upload.Bytes, out clean)) is { } refusal)
            {
                return Refuse(refusal, nameof(Sent));
            }

            if (!await Step.SaveAsync(this, Db, Of, d => d.Show(clean!, Now)))
            {
                return Refuse(InitiativeRules.NotHereAnyMore);
            }
        }

        return Redirect(voice ? Step.Voice.LinkTo(this, Of, Only) : Step.Picture.LinkOnward(this, Of, Only, back));
    }

    public async Task<IActionResult> OnPostRemoveAsync() => await Step.SaveAsync(this, Db, Of, d => d.TakePictureAway(Now))
        ? Tell(Step.Picture.LinkTo(this, Of, Only), "picture-removed") : Refuse(InitiativeRules.NotHereAnyMore);

    private async Task<bool> FindAsync()
    {
        if (await Step.FindDraftAsync(this, Db, Of) is not { } draft)
        {
            return false;
        }

        (Picture, Voice) = (draft.Picture, draft.Voice);
        return true;
    }
}
