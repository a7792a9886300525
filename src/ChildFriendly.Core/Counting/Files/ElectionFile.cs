using System.Text;
using System.Text.Json.Nodes;

namespace ChildFriendly.Core.Counting.Files;

/// <summary>An election as a file holds it.</summary>
/// <param name="Names">Of the options, in their order.</param>
/// <param name="Decimals">How many decimals the file's money has: costs are whole numbers of that unit.</param>
public sealed record ElectionFile(Election Election, IReadOnlyList<string> Names, int Decimals = 0)
{
    /// <summary>Set where the file itself says how it was counted.</summary>
    public PublishedCount? Published { get; init; }

    /// <summary>What the file calls itself, how its ballots were counted, and in which money; null where it does not say.</summary>
    public (string? Description, string? Rule, string? Currency) About { get; init; }

    /// <summary>By the file's ending.</summary>
    /// <exception cref="BadElectionFileException">It cannot be read.</exception>
    public static ElectionFile Read(string file)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: true);
        return Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".json" => BallotsFile.Read(reader),
            ".pb" => PabulibFile.Read(reader),
            ".soc" or ".soi" or ".toc" or ".toi" => PrefLibFile.Read(reader),
            var other => throw new BadElectionFileException("unknown-kind", 0, other),
        };
    }

    /// <summary>Bytes that are no UTF-8 arrive as this character.</summary>
    internal static void RequireReadable(string text, int line)
    {
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            throw new BadElectionFileException("unreadable", line, text);
        }
    }
}

/// <summary>How a published vote was counted.</summary>
/// <param name="Seed">Of the lot, in hexadecimal.</param>
public sealed record PublishedCount(CountingRule Rule, string Seed, Utility Utility = Utility.Cost, Completion Completion = Completion.None, long Step = 100)
{
    /// <summary>Its place in the vote: questions of one vote share a seed.</summary>
    public int? Question { get; init; }

    /// <summary>What came out (<see cref="CountReport"/>), where the file says it.</summary>
    public JsonNode? Result { get; init; }
}
