using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ChildFriendly.Core.Counting.Files;

/// <summary>Our own file of published ballots (JSON): one question, its rule, seed and result, and every ballot without anything about who cast it.</summary>
public static class BallotsFile
{
    public const string Format = "child-friendly-ballots/1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <param name="isExample">Invented for the demonstration, and says so.</param>
    public static string Write(Election election, IReadOnlyList<string> names, PublishedCount count, bool isExample = false) => JsonSerializer.Serialize(
        new Content(
            Format, isExample, election.Kind, count.Rule, election.Winners, election.Budget, count.Utility, count.Completion, count.Step, count.Seed,
            election.Options.Select((o, i) => new OptionContent(o.Id, names[i], o.Cost)).ToList(),
            election.Ballots.Select(b => new BallotContent(b.Weight, b.Options.Select(o => election.Options[o].Id).ToList(), b.Values.Count > 0 ? b.Values : null)).ToList(),
            count.Question, count.Result, election.Quorum > 0 ? election.Quorum : null, election.Threshold > 0 ? election.Threshold : null),
        Json);

    /// <exception cref="BadElectionFileException">It is not such a file, or holds what no vote can hold.</exception>
    public static ElectionFile Read(TextReader reader)
    {
        Content? content;
        try
        {
            content = JsonSerializer.Deserialize<Content>(reader.ReadToEnd(), Json);
        }
        catch (JsonException e)
        {
            throw new BadElectionFileException("not-json", (int)(e.LineNumber ?? -1) + 1, e.Path ?? "");
        }

        if (content is not { Format: Format, Options.Count: > 0, Ballots: not null, Winners: >= 0, Budget: >= 0, Step: > 0, Quorum: null or >= 0, Threshold: null or (>= 0 and <= 100) }
            || content.Kind == BallotKind.OpenAnswer || content.Options.Any(o => o is not { Id.Length: > 0, Cost: >= 0 }) || !IsSeed(content.Seed))
        {
            throw new BadElectionFileException("not-ours", 0);
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var option in content.Options)
        {
            if (!places.TryAdd(option.Id, places.Count))
            {
                throw new BadElectionFileException("duplicate", 0, option.Id);
            }
        }

        var election = new Election(
            content.Kind, content.Options.ConvertAll(o => new ElectionOption(o.Id, o.Cost)), content.Ballots.Select((b, i) => Ballot(b, i + 1, places, content.Kind)), content.Winners, content.Budget)
        {
            Quorum = content.Quorum ?? 0,
            Threshold = content.Threshold ?? 0,
        };
        return new ElectionFile(election, content.Options.ConvertAll(o => o.Name ?? o.Id))
        {
            Published = new PublishedCount(content.Rule, content.Seed, content.Utility, content.Completion, content.Step) { Question = content.Question, Result = content.Result },
        };
    }

    private static BallotGroup Ballot(BallotContent? ballot, int number, Dictionary<string, int> places, BallotKind kind)
    {
        var values = ballot?.Values ?? [];
        var hasValues = kind is BallotKind.Ranking or BallotKind.Score or BallotKind.Points;
        if (ballot is not { Weight: > 0, Options: not null } || values.Count != (hasValues ? ballot.Options.Count : 0) || values.Any(v => v < 0))
        {
            throw new BadElectionFileException("bad-ballot", 0, $"{number}");
        }

        var options = ballot.Options.ConvertAll(id => places.TryGetValue(id, out var place) ? place : throw new BadElectionFileException("unknown-option", 0, id));
        return options.Distinct().Count() == options.Count ? new BallotGroup(ballot.Weight, options, values) : throw new BadElectionFileException("twice-on-a-ballot", 0, $"{number}");
    }

    private static bool IsSeed(string? seed) => seed is { Length: 64 } && seed.All(char.IsAsciiHexDigitLower);

    private sealed record Content(
        string Format, bool IsExample, BallotKind Kind, CountingRule Rule, int Winners, long Budget, Utility Utility, Completion Completion, long Step, string Seed,
        List<OptionContent> Options, List<BallotContent> Ballots, int? Question, JsonNode? Result, long? Quorum, int? Threshold);

    private sealed record OptionContent(string Id, string? Name, long Cost);

    private sealed record BallotContent(long Weight, List<string> Options, IReadOnlyList<long>? Values);
}
