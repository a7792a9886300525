namespace ChildFriendly.Web.Pages.Shared;

/// <summary>What the navigation shows, in its order; each with a text of its own.</summary>
public static class Sections
{
    public static IReadOnlyList<string> Public { get; } = ["initiatives", "consultations", "plan", "council", "focus-groups"];

    public static IReadOnlyList<string> Content { get; } = ["how-it-works", "rights", "privacy", "rules", "about"];
}
