using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>Documents that prove what was done, as PDF.</summary>
[TakesFile(MeasureFileRules.MostDocumentBytes)]
public sealed class DocumentsModel : DraftFilesPage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public override MeasureFileKind Kind => MeasureFileKind.Document;

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindDraftAsync(number))
        {
            return NotFound();
        }

        var upload = Upload.Of(HttpContext);
        if ((upload.IsTooLarge ? MeasureFileRules.DocumentTooLarge : MeasureFileRules.RefuseDocument(upload.Bytes)) is { } unreadable)
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

        if (MeasureFileRules.RefuseToShow(faces: false, Input.Names) is { } refusal)
        {
            return Refuse(refusal, "Input.Names");
        }

        return await AddAsync(MeasureFile.Document(Draft, upload.Bytes, Input.Name, Now));
    }

    public sealed class InputModel
    {
        [Required, StringLength(MeasureFile.NameMaxLength)]
        public string Name { get; set; } = "";

        public bool? Names { get; set; }
    }
}
