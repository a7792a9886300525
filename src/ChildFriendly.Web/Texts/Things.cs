namespace ChildFriendly.Web.Texts;

/// <summary>The pictures an option of a vote can have: symbols of <c>wwwroot/things.svg</c>, each with a text <c>desk.thing.{name}</c>.</summary>
public static class Things
{
    public const string Sheet = "things.svg";

    public static IReadOnlyList<string> All { get; } =
    [
        "playground", "football", "basketball", "volleyball", "ping-pong", "swimming", "bicycle", "scooter",
        "skateboard", "tree", "plants", "flowers", "water", "bin", "recycling", "light",
        "bus", "traffic-light", "crossing", "wheelchair", "school", "books", "computer", "games",
        "music", "paint", "theatre", "film", "science", "robot", "apple", "meal",
        "doctor", "toilet", "soap", "dog", "cat", "house", "tent", "shade",
        "party", "chess", "puzzle", "talk", "newspaper", "seat", "tools", "globe",
    ];
}
