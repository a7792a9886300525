using System.Globalization;
using System.Text;

namespace ChildFriendly.Core.Shared;

/// <summary>What people type, made clean without changing its meaning.</summary>
public static class PlainText
{
    /// <summary>
    /// NFC, Romanian comma-below letters for the legacy cedilla ones, line ends as \n, no control characters, no zero-width or
    /// bidirectional overrides, trimmed.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in Letters(text).Replace("\r\n", "\n", StringComparison.Ordinal).Normalize(NormalizationForm.FormC))
        {
            if (c == '\n' || !IsInvisible(c))
            {
                clean.Append(WithComma(c));
            }
        }

        return clean.ToString().Trim();
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

    /// <summary>Without halves of pairs and code points that are no characters, which cannot be normalised, and without invisible tags.</summary>
    private static string Letters(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => !IsNoCharacter(r) && r.Value is not (>= 0xE0000 and <= 0xE007F)));

    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsInvisible(char c) => char.IsControl(c)
        || c is '\u200B' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static char WithComma(char c) => c switch
    {
        'ş' => 'ș',
        'Ş' => 'Ș',
        'ţ' => 'ț',
        'Ţ' => 'Ț',
        _ => c,
    };
}
