using System.Globalization;
using System.Text;

namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>How one character is read: lower case, without marks, in its plain form (full width, bold mathematical and circled letters too).</summary>
internal static class Letters
{
    /// <summary>Alphabets with marks and most look-alike forms lie below; what is above is read as it is.</summary>
    private const int Known = 0x3000;

    private const string Cyrillic = "аеосрхуіјѕкмнтвԁһӏ";
    private const string Latin = "aeocpxyijskmhtbdhl";
    private const string Greek = "αεοικνρτυχ";
    private const string GreekAsLatin = "aeoiknptux";

    private static readonly char[] Plain = [.. Enumerable.Range(0, Known).Select(c => PlainOf((char)c))];

    /// <summary>The plain letter, or '\0' for a mark or an invisible sign, which is not read at all.</summary>
    public static char Read(char c) => c < Known ? Plain[c] : c is >= '\uFF01' and <= '\uFF5E' ? Plain[c - 0xFEE0] : c is '\uFEFF' or (>= '\uFE00' and <= '\uFE0F') ? '\0' : c;

    /// <summary>A letter in a special typeface beyond the basic plane, or '\0'.</summary>
    public static char Read(Rune rune)
    {
        var plain = rune.ToString().Normalize(NormalizationForm.FormKD);
        return plain.Length == 1 ? Read(plain[0]) : '\0';
    }

    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';

    public static bool IsLatin(char c) => c is >= 'a' and <= 'z';

    /// <summary>Confusables of one alphabet that children and mockers use for the other (Unicode TR39, the letters that look alike in every font).</summary>
    public static char AsLatin(char c) =>
        Cyrillic.IndexOf(c, StringComparison.Ordinal) is var i and >= 0 ? Latin[i] : Greek.IndexOf(c, StringComparison.Ordinal) is var g and >= 0 ? GreekAsLatin[g] : c;

    public static char AsCyrillic(char c) => Latin.IndexOf(c, StringComparison.Ordinal) is var i and >= 0 ? Cyrillic[i] : c;

    /// <summary>Signs that are written in place of letters.</summary>
    public static char Unmasked(char c, bool cyrillic) => cyrillic
        ? c switch { '0' => 'о', '3' => 'з', '4' => 'ч', '6' => 'б', '1' or '!' => 'і', '@' => 'а', _ => c }
        : c switch { '0' => 'o', '1' or '!' or '|' => 'i', '3' or '€' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' or '+' => 't', '8' => 'b', '9' => 'g', _ => c };

    private static char PlainOf(char c)
    {
        switch (c)
        {
            case 'đ' or 'Đ': return 'd';
            case 'ł' or 'Ł': return 'l';
            case 'ø' or 'Ø': return 'o';
            case 'ı': return 'i';
            case '\u00AD': return '\0';
        }

        if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            return '\0';
        }

        // Ligatures and signs that fall into several letters are read by their first.
        var decomposed = char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol
            ? c.ToString().Normalize(NormalizationForm.FormKD)
            : "";
        return char.ToLowerInvariant(decomposed.Length > 0 && char.IsLetterOrDigit(decomposed[0]) ? decomposed[0] : c);
    }
}
