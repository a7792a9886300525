using System.Security.Cryptography;
using System.Text;

namespace ChildFriendly.Core.Participation;

/// <summary>
/// The code on a participation card: Crockford base32, 11 random symbols (55 bits) and a check symbol, in groups of four.
/// </summary>
public sealed record CardCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int RandomSymbols = 11;

    private CardCode(string symbols) => Symbols = symbols;

    /// <summary>The twelve symbols without hyphens.</summary>
    public string Symbols { get; }

    public static CardCode New()
    {
        var symbols = RandomNumberGenerator.GetString(Alphabet, RandomSymbols);
        return new CardCode(symbols + CheckSymbol(symbols));
    }

    /// <summary>Reads what a person typed: any case, with or without hyphens and spaces, with look-alike letters. Null when it is no code.</summary>
    public static CardCode? Read(string? typed)
    {
        var symbols = new StringBuilder(RandomSymbols + 1);
        foreach (var c in typed ?? "")
        {
            if (char.IsWhiteSpace(c) || c is '-' or '‐' or '‑' or '–' or '—' or '.' or '_')
            {
                continue;
            }

            var symbol = Folded(c);
            if (symbols.Length > RandomSymbols || !Alphabet.Contains(symbol, StringComparison.Ordinal))
            {
                return null;
            }

            symbols.Append(symbol);
        }

        var code = symbols.ToString();
        return code.Length == RandomSymbols + 1 && code[^1] == CheckSymbol(code[..RandomSymbols]) ? new CardCode(code) : null;
    }

    public override string ToString() => $"{Symbols[..4]}-{Symbols[4..8]}-{Symbols[8..]}";

    /// <summary>
    /// Sum of the symbol values, weighted 1, 3, 5, … modulo 32. Odd weights have an inverse modulo 32, so every single wrong symbol is
    /// found; swapped neighbours are found unless their values differ by 16.
    /// </summary>
    private static char CheckSymbol(string symbols)
    {
        var sum = 0;
        for (var i = 0; i < symbols.Length; i++)
        {
            sum += ((2 * i) + 1) * Alphabet.IndexOf(symbols[i], StringComparison.Ordinal);
        }

        return Alphabet[sum % 32];
    }

    /// <summary>Crockford's folding of O, I and L, and the Cyrillic letters that look like Latin ones.</summary>
    private static char Folded(char c) => char.ToUpperInvariant(c) switch
    {
        'O' or 'О' => '0',
        'I' or 'L' or 'І' => '1',
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'Х' => 'X',
        var other => other,
    };
}
