using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Moderation.Media;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>Photos that show what was done, without anybody in them. Where there is script, they are made small before they are sent.</summary>
[TakesFile(MediaFiles.MostBytes)]
public sealed class PhotosModel : DraftFilesPage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public override MeasureFileKind Kind => MeasureFileKind.Photo;

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindDraftAsync(number))
        {
            return NotFound();
        }

        var upload = Upload.Of(HttpContext);
        CleanPicture? clean = null;
        if ((upload.IsTooLarge ? MediaFiles.PictureTooLarge : MediaFiles.RefuseToTakePicture(upload.Bytes, out clean)) is { } unreadable)
        {
            return Refuse(unreadable, nameof(Sent));
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (MeasureFileRules.RefuseToAdd(Draft, Kind) is { } full)
        {
            return Refuse(full, nameof(Sent));
        }

        if (MeasureFileRules.RefuseToShow(Input.Faces, Input.Names) is { } refusal)
        {
            return Refuse(refusal, Input.Faces == false ? "Input.Names" : "Input.Faces");
        }

        return await AddAsync(MeasureFile.Photo(Draft, clean!, Input.Name, Now));
    }

    public sealed class InputModel
    {
        [Required, StringLength(MeasureFile.NameMaxLength)]
        public string Name { get; set; } = "";

        public bool? Faces { get; set; }

        public bool? Names { get; set; }
    }
}
