namespace ChildFriendly.Web.Pages.Initiatives.Child;

public sealed class NewSentModel : SitePage
{
    public void OnGet()
    {
        // Only words: the idea itself is in "my things".
    }
}
