using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChildFriendly.Core.Counting.Files;

/// <summary>Rankings or points taken together (JSON): for questions whose ballots are not published one by one.</summary>
public static class CountsFile
{
    public const string Format = "child-friendly-counts/1";

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="isExample">Invented for the demonstration, and says so.</param>
    public static string Write(Election election, IReadOnlyList<string> names, PublishedCount count, bool isExample = false)
    {
        var counts = PreferenceCounts.Of(election);
        return new JsonObject
        {
            ["format"] = Format,
            ["isExample"] = isExample,
            ["question"] = count.Question,
            ["kind"] = JsonNamingPolicy.KebabCaseLower.ConvertName(election.Kind.ToString()),
            ["rule"] = CountReport.NameOf(count.Rule),
            ["seed"] = count.Seed,
            ["ballots"] = election.Cast,
            ["options"] = new JsonArray([.. election.Options.Select((o, i) => new JsonObject { ["id"] = o.Id, ["name"] = names[i] })]),
            ["places"] = counts.Places.Count == 0 ? null : ByOption(counts.Places, row => new JsonArray([.. row.Select(n => JsonValue.Create(n))])),
            ["preferred"] = ByOption(counts.Preferred, row => new JsonObject(row.Select((n, b) => KeyValuePair.Create(election.Options[b].Id, (JsonNode?)JsonValue.Create(n))))),
            ["result"] = count.Result?.DeepClone(),
        }.ToJsonString(Json);

        JsonObject ByOption(IReadOnlyList<IReadOnlyList<long>> table, Func<IReadOnlyList<long>, JsonNode> row) =>
            new(table.Select((r, o) => KeyValuePair.Create(election.Options[o].Id, (JsonNode?)row(r))));
    }
}
