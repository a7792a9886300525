namespace ChildFriendly.Web.Pages.Shared;

/// <summary>What the navigation shows, in its order; each with a text of its own.</summary>
public static class Sections
{
    public static IReadOnlyList<string> Public { get; } = ["initiatives", "consultations", "plan", "council", "focus-groups"];

    public static IReadOnlyList<string> ForChildren { get; } =
        ["how-it-works", "rights", "what-happens-to-my-words", "how-votes-are-counted", "safe-online", "privacy", "rules"];

    public static IReadOnlyList<string> ForAdults { get; } =
        ["about", "for-parents", "for-teachers", "for-town-halls", "privacy-notice", "dpia", "accessibility"];
}
