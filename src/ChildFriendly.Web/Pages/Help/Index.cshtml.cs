using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Help;

[InKeyLanguages]
public sealed class IndexModel(ContentPages pages) : SitePage
{
    /// <summary>Short codes: not telephone numbers of the national plan, so they are written as they are dialled.</summary>
    public static IReadOnlyList<string> Lines { get; } = ["119", "116111", "112"];

    public ContentPage Document { get; private set; } = null!;

    public IActionResult OnGet()
    {
        if (pages.Find(Lang, "help", Register) is not { } content)
        {
            return NotFound();
        }

        Document = content;
        return Page();
    }
}
