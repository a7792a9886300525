using System.Globalization;
using System.Text;
using ChildFriendly.Core.Moderation.Screening;

namespace ChildFriendly.Core.Moderation;

/// <summary>The parts of what children write that a moderator can point at.</summary>
public enum WordsField
{
    Title,
    Text,
    Place,
    Helps,

    /// <summary>What a child said aloud, as the moderator wrote it down.</summary>
    Voice,
}

/// <summary>Words that are left out before something is published, because they tell who somebody is or how to find them.</summary>
/// <param name="Start">In UTF-16 units of the field as the child wrote it.</param>
/// <param name="Kind">What the screening took them for; null where the moderator found them.</param>
public sealed record Cut(WordsField Field, int Start, int Length, FlagKind? Kind)
{
    private const string LongMark = "[…]";
    private const string ShortMark = "…";

    public int End => Start + Length;

    /// <summary>Stands where something was left out, and is never longer than that was.</summary>
    private string Mark => Length < LongMark.Length ? ShortMark : LongMark;

    /// <summary>What is published of a field.</summary>
    public static string Apply(string words, IEnumerable<Cut> cuts)
    {
        var left = new StringBuilder();
        var at = 0;
        foreach (var cut in cuts.OrderBy(c => c.Start))
        {
            if (cut.Start >= at)
            {
                left.Append(words, at, cut.Start - at).Append(cut.Mark);
            }

            at = Math.Max(at, cut.End);
        }

        return left.Append(words, at, words.Length - at).ToString();
    }

    /// <summary>Each place where these words stand in the field, in any case.</summary>
    public static IEnumerable<Cut> EachOf(WordsField field, string words, string sought)
    {
        for (var at = words.IndexOf(sought, StringComparison.OrdinalIgnoreCase); at >= 0; at = words.IndexOf(sought, at + sought.Length, StringComparison.OrdinalIgnoreCase))
        {
            yield return new Cut(field, at, sought.Length, null);
        }
    }

    public static string Write(IEnumerable<Cut> cuts) =>
        string.Join(';', cuts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Field}:{c.Start}:{c.Length}:{c.Kind}")));

    public static IReadOnlyList<Cut> Read(string written) =>
        [.. written.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(':')).Select(c => new Cut(
            Enum.Parse<WordsField>(c[0]), int.Parse(c[1], CultureInfo.InvariantCulture), int.Parse(c[2], CultureInfo.InvariantCulture),
            c[3].Length == 0 ? null : Enum.Parse<FlagKind>(c[3])))];
}
