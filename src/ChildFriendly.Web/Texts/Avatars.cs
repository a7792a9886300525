namespace ChildFriendly.Web.Texts;

/// <summary>The pictures a child can choose from: symbols of <c>wwwroot/avatars.svg</c>, each with a text <c>avatar.{name}</c>.</summary>
public static class Avatars
{
    public static IReadOnlyList<string> All { get; } =
        ["fox", "owl", "bee", "turtle", "whale", "hedgehog", "butterfly", "sunflower", "rocket", "star", "kite", "cactus"];
}
