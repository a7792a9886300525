using ChildFriendly.Web.Texts;

namespace ChildFriendly.Web.Pages.Help;

/// <summary>After the words were sent. Knows nothing of them: opened again it sends nothing.</summary>
[InKeyLanguages]
public sealed class ToldModel : SitePage;
