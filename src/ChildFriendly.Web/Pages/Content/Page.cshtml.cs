using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Content;

public sealed class PageModel(ContentPages pages) : SitePage
{
    public ContentPage Document { get; private set; } = null!;

    public override bool IsIn(string language) => base.IsIn(language) || pages.Has(language, (string)RouteData.Values["slug"]!);

    public IActionResult OnGet(string slug)
    {
        if (pages.Find(Lang, slug, Register) is not { } content)
        {
            return NotFound();
        }

        Document = content;
        return Page();
    }
}
