using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Web.Pages.Moderation;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

/// <summary>Asked by the script while a child writes. Keeps nothing.</summary>
public sealed class NewHintsModel(Screeners screeners) : SitePage
{
    public IActionResult OnGet() => NotFound();

    public IActionResult OnPost(string? text) =>
        Partial("/Pages/Moderation/_WritingHints.cshtml", WritingHint.WhileWriting(screeners.Of(Here.Slug), Lang, text is { Length: > Initiative.TextMaxLength } ? text[..Initiative.TextMaxLength] : text ?? ""));
}
