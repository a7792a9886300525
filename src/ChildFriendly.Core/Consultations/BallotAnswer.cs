using System.Globalization;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Consultations;

/// <summary>What one ballot says to a question.</summary>
/// <param name="Options">Ballot ids.</param>
/// <param name="Values">For each option its place, face or points, where the kind of ballot has them; else empty.</param>
public sealed record BallotAnswer(IReadOnlyList<string> Options, IReadOnlyList<long> Values)
{
    /// <summary>As written: fifty options with two digits each and a value.</summary>
    public const int MaxLength = 400;

    /// <summary>What was written, to an open question; else empty.</summary>
    public string Words { get; private init; } = "";

    public static BallotAnswer InWords(string words) => new([], []) { Words = words };

    public static BallotAnswer Of(params IEnumerable<string> options) => new([.. options], []);

    /// <summary>As the box keeps it; the same answer is always the same text.</summary>
    public string Write(BallotKind kind) => kind switch
    {
        BallotKind.OpenAnswer => Words,
        BallotKind.Ranking => string.Join(',', Options.Zip(Values).OrderBy(o => o.Second).Select(o => o.First)),
        BallotKind.Score or BallotKind.Points => string.Join(
            ',', Options.Zip(Values).OrderBy(o => o.First, StringComparer.Ordinal).Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.First}:{o.Second}"))),
        _ => string.Join(',', Options.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
    };

    /// <summary>Null where it was not written by us.</summary>
    public static BallotAnswer? TryRead(BallotKind kind, string written)
    {
        if (kind == BallotKind.OpenAnswer)
        {
            return InWords(PlainText.Clean(written));
        }

        var hasValues = kind is BallotKind.Score or BallotKind.Points;
        return written.Length <= MaxLength && written.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .All(p => !hasValues || (p.Split(':') is [_, var value] && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
                ? Read(kind, written)
                : null;
    }

    /// <summary>As somebody types it from paper: <c>1,3</c>, <c>2&gt;1&gt;3</c> or <c>1:5 2:3</c>. Null where it is anything else.</summary>
    public static BallotAnswer? TryReadTyped(BallotKind kind, string typed)
    {
        var parts = typed.Split([',', ';', '>', ' '], StringSplitOptions.RemoveEmptyEntries);

        // No points for an option is the same as none written there.
        return TryRead(kind, string.Join(',', kind == BallotKind.Points ? parts.Where(p => !p.EndsWith(":0", StringComparison.Ordinal)) : parts));
    }

    /// <summary>The same for somebody who reads what was typed.</summary>
    public static string AsTyped(BallotKind kind, string written) => kind switch
    {
        BallotKind.Ranking => written.Replace(',', '>'),
        BallotKind.Score or BallotKind.Points => written.Replace(',', ' '),
        _ => written,
    };

    public static BallotAnswer Read(BallotKind kind, string written)
    {
        var parts = written.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return kind switch
        {
            BallotKind.OpenAnswer => InWords(written),
            BallotKind.Ranking => new(parts, [.. parts.Select((_, i) => i + 1L)]),
            BallotKind.Score or BallotKind.Points => new(
                [.. parts.Select(p => p.Split(':')[0])], [.. parts.Select(p => long.Parse(p.Split(':')[1], CultureInfo.InvariantCulture))]),
            _ => Of(parts),
        };
    }

    /// <param name="places">Of the options in the election, by ballot id.</param>
    internal BallotGroup AsGroup(IReadOnlyDictionary<string, int> places) => new(1, [.. Options.Select(o => places[o])], Values);
}
