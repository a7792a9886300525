using System.Globalization;
using System.Text;

namespace ChildFriendly.Core.Shared;

/// <summary>What people type, made clean without changing its meaning.</summary>
public static class PlainText
{
    /// <summary>No language writes more marks over one letter.</summary>
    private const int MostMarks = 3;

    /// <summary>
    /// NFC, Romanian comma-below letters for the legacy cedilla ones, line ends as \n, no control or formatting characters (zero-width,
    /// bidirectional overrides), no towers of marks on one letter, trimmed; empty when nothing of it can be seen.
    /// </summary>
    public static string Clean(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        var marks = 0;
        foreach (var c in Letters(typed).Replace("\r\n", "\n", StringComparison.Ordinal).Normalize(NormalizationForm.FormC))
        {
            marks = IsMark(c) ? marks + 1 : 0;
            if ((c == '\n' || !IsInvisible(c)) && marks <= MostMarks)
            {
                clean.Append(WithComma(c));
            }
        }

        var text = clean.ToString().Trim();
        return text.Any(IsVisible) ? text : "";
    }

    /// <summary>For searching: lower case, without diacritics, everything but letters and digits as one space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Letters(text).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>A byte sequence that was not UTF-8 arrives as the replacement character; some code points are no characters at all.</summary>
    public static bool IsUnreadable(string text) => text.EnumerateRunes().Any(r => r.Value == 0xFFFD || IsNoCharacter(r));

    /// <summary>The same on one line.</summary>
    public static string OneLine(string clean) => string.Join(' ', clean.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The first sentence, cut between words where it is longer than <paramref name="most"/> letters.</summary>
    public static string Start(string clean, int most)
    {
        var end = clean.IndexOfAny(['.', '!', '?', '\n']);
        var sentence = end < 0 ? clean : clean[..end];
        if (sentence.Length <= most)
        {
            return sentence;
        }

        var gap = sentence.LastIndexOf(' ', most - 2);
        return $"{sentence[..(gap > 0 ? gap : char.IsHighSurrogate(sentence[most - 2]) ? most - 2 : most - 1)]}…";
    }

    /// <summary>Without halves of pairs and code points that are no characters, which cannot be normalised, and without invisible tags.</summary>
    private static string Letters(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => !IsNoCharacter(r) && r.Value is not (>= 0xE0000 and <= 0xE007F)));

    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Formatting characters; the two joiners stay, which emoji and some scripts are written with.</summary>
    private static bool IsInvisible(char c) => char.IsControl(c) || (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format && !IsJoiner(c));

    private static bool IsJoiner(char c) => c is '\u200C' or '\u200D';

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>Something that can be seen: a joiner, a mark without its letter or a filler alone is nothing that was written.</summary>
    private static bool IsVisible(char c) => !char.IsWhiteSpace(c) && !IsJoiner(c)
        && !IsMark(c)
        && c is not ('\u2800' or '\u3164' or '\u115F' or '\u1160' or '\uFFA0');

    private static char WithComma(char c) => c switch
    {
        'ş' => 'ș',
        'Ş' => 'Ș',
        'ţ' => 'ț',
        'Ţ' => 'Ț',
        _ => c,
    };
}
