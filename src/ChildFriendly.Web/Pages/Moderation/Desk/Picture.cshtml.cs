using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Moderation.Desk;

/// <summary>The picture of an idea with what to look for in it; parts of it can be made unreadable before it is published.</summary>
[TakesFile(MediaFiles.MostBytes)]
public sealed class PictureModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    /// <summary>What came is in <see cref="Upload"/>.</summary>
    public string? Sent { get; private set; }

    public ModerationCase Case { get; private set; } = null!;

    public Initiative Initiative { get; private set; } = null!;

    public InitiativePicture Picture => Initiative.Picture!;

    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Input = new InputModel
        {
            AlternativeText = Picture.AlternativeText.Length > 0 ? Picture.AlternativeText : Initiative.Title,
            Faces = Picture.ShowsFaces,
            Names = Picture.ShowsNames,
            HouseNumbers = Picture.ShowsHouseNumbers,
            Reason = Picture.Reason,
        };
        return Page();
    }

    /// <summary>The picture itself. Each look is noted.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Picture.Read(As(Role.Moderator), Now);
        await Db.SaveChangesAsync();
        return ServedFiles.Serve(Response, Picture.Type, Picture.File!.Bytes, isForEverybody: false);
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
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

        var upload = Upload.Of(HttpContext);
        CleanPicture? covered = null;
        if (upload.IsThere && (upload.IsTooLarge ? MediaFiles.PictureTooLarge : MediaFiles.RefuseToTakePicture(upload.Bytes, out covered)) is { } broken)
        {
            return Refuse(broken, nameof(Sent));
        }

        var check = new PictureCheck(Input.Faces, Input.Names, Input.HouseNumbers);
        if (MediaRules.RefuseToApprove(check, Input.AlternativeText) is { } refusal)
        {
            return Refuse(refusal, refusal == MediaRules.AlternativeTextMissing ? "Input.AlternativeText" : "");
        }

        if (covered is not null)
        {
            Initiative.CoverPicture(covered, As(Role.Moderator), Now);
        }

        Initiative.ApprovePicture(check, Input.AlternativeText!, As(Role.Moderator), Now);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/moderation/{id}", "picture-approved") : Refuse(Core.Shared.Refusal.Busy);
    }

    public async Task<IActionResult> OnPostLeaveOutAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (Refusal is not null)
        {
            return Refuse(Refusal);
        }

        if (Input.Reason is not { } reason || !Enum.IsDefined(reason))
        {
            Input.AlternativeText = Initiative.Title;
            return Refuse(MediaRules.ReasonMissing, "Input.Reason");
        }

        Initiative.LeavePictureOut(reason, As(Role.Moderator), Now);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/moderation/{id}", "picture-left-out") : Refuse(Core.Shared.Refusal.Busy);
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Case = (await Db.ModerationCases.InLocality(Here.Id).SingleOrDefaultAsync(c => c.Id == id && c.SubjectKind == ModerationSubject.Initiative && c.Stage != ModerationStage.Concern))!;
        Initiative = Case is null ? null! : (await Db.Initiatives.Include(i => i.Picture!.File).SingleOrDefaultAsync(i => i.Id == Case.ItemId))!;
        if (Initiative?.Picture is null)
        {
            return false;
        }

        Refusal = ModerationRules.RefuseToDecide(Case!, Staff!.Id, Now);
        return true;
    }

    public sealed class InputModel
    {
        [StringLength(InitiativePicture.AlternativeTextMaxLength)]
        public string? AlternativeText { get; set; }

        public bool? Faces { get; set; }

        public bool? Names { get; set; }

        public bool? HouseNumbers { get; set; }

        public MediaReason? Reason { get; set; }
    }
}
