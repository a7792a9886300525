namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>Numbers that prove themselves by a checksum: personal codes, accounts, cards.</summary>
internal static class IdentityNumbers
{
    /// <summary>Lengths by country from the IBAN registry (ISO 13616, SWIFT).</summary>
    private const string IbanLengths =
        "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23"
        + "IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SC31SE24SI19SK24SM27ST25SV28"
        + "TL23TN24TR26UA29VA22VG24XK20";

    private static readonly int[] CnpWeights = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];

    private static readonly Dictionary<int, int> LengthOf = Enumerable.Range(0, IbanLengths.Length / 4)
        .ToDictionary(i => Key(IbanLengths[i * 4], IbanLengths[(i * 4) + 1]), i => int.Parse(IbanLengths.AsSpan((i * 4) + 2, 2), System.Globalization.CultureInfo.InvariantCulture));

    public static void Find(Reading reading)
    {
        Span<char> signs = stackalloc char[34];
        for (var word = 0; word < reading.Count; word++)
        {
            if (!reading.Text[word].HasDigit && reading.Text[word].FoldedLength > 4)
            {
                continue;
            }

            if (Iban(reading, word, signs) is var iban and > 0)
            {
                reading.FlagRange(FlagKind.Iban, reading.Text[word].Start, iban);
            }
            else if (reading.Text[word].IsNumber && !reading.IsFlagged(word))
            {
                FindNumber(reading, word, signs);
            }
        }
    }

    /// <summary>
    /// The Romanian personal code: sex and century, date, county, number, and a check digit from the weights 279146358279 modulo 11, with
    /// 1 for 10 (HG 1375/2005, and stdnum/ro/cnp.py of python-stdnum).
    /// </summary>
    public static bool IsCnp(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 13 || digits[0] == '0' || !IsDay(digits[3..5], digits[5..7]) || !IsCounty(digits[7..9]))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < CnpWeights.Length; i++)
        {
            sum += (digits[i] - '0') * CnpWeights[i];
        }

        return digits[12] - '0' == (sum % 11 == 10 ? 1 : sum % 11);
    }

    /// <summary>ISO/IEC 7812-1, annex B (Luhn); numbers of payment cards begin with 1 to 6 and have thirteen digits or more.</summary>
    public static bool IsCard(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 13 or > 19 || digits[0] is < '1' or > '6' || !digits.ContainsAnyExcept(digits[0]))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var doubled = (digits[^(i + 1)] - '0') * ((i % 2) + 1);
            sum += (doubled / 10) + (doubled % 10);
        }

        return sum % 10 == 0;
    }

    /// <summary>ISO 13616: the country's length, and modulo 97 after the first four signs are put behind (ISO/IEC 7064, MOD 97-10).</summary>
    public static bool IsIban(ReadOnlySpan<char> signs)
    {
        if (signs.Length < 5 || !LengthOf.TryGetValue(Key(signs[0], signs[1]), out var length) || signs.Length != length)
        {
            return false;
        }

        var rest = 0;
        for (var i = 0; i < length; i++)
        {
            var c = signs[(i + 4) % length];
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + c - '0') % 97 : ((rest * 100) + c - 'A' + 10) % 97;
        }

        return rest == 1;
    }

    /// <summary>Where the account that begins at the word ends in the text, or 0; in groups of any size.</summary>
    private static int Iban(Reading reading, int word, Span<char> signs)
    {
        var source = reading.Source;
        var start = reading.Text[word].Start;
        if (start + 15 > source.Length || !LengthOf.TryGetValue(Key(char.ToUpperInvariant(source[start]), char.ToUpperInvariant(source[start + 1])), out var length))
        {
            return 0;
        }

        var count = 0;
        for (var i = start; i < source.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(source[i]))
            {
                if (count is 2 or 3 && !char.IsAsciiDigit(source[i]))
                {
                    return 0;
                }

                signs[count++] = char.ToUpperInvariant(source[i]);
                if (count == length)
                {
                    return (i + 1 == source.Length || !char.IsLetterOrDigit(source[i + 1])) && IsIban(signs[..count]) ? i + 1 : 0;
                }
            }
            else if (source[i] is not (' ' or '-' or '.' or '\u00A0') || !char.IsLetterOrDigit(source[i - 1]))
            {
                return 0;
            }
        }

        return 0;
    }

    private static void FindNumber(Reading reading, int first, Span<char> digits)
    {
        var count = 0;
        for (var word = first; word < reading.Count && reading.Text[word].IsNumber; word++)
        {
            var letters = reading.Text.Of(word);
            if (count + letters.Length > 19)
            {
                return;
            }

            letters.CopyTo(digits[count..]);
            count += letters.Length;
            var goesOn = word + 1 < reading.Count && reading.Text[word + 1].IsNumber && reading.IsJoined(word, "-.") && reading.Text.Between(word, word + 1).Length == 1;
            if (IsCnp(digits[..count]))
            {
                reading.Flag(FlagKind.Cnp, first, word);
                return;
            }

            if (IsCard(digits[..count]))
            {
                reading.Flag(FlagKind.Card, first, word);
                return;
            }

            if (!goesOn)
            {
                return;
            }
        }
    }

    private static bool IsDay(ReadOnlySpan<char> month, ReadOnlySpan<char> day) =>
        ((month[0] - '0') * 10) + month[1] - '0' is >= 1 and <= 12 && ((day[0] - '0') * 10) + day[1] - '0' is >= 1 and <= 31;

    /// <summary>01–46, two former sectors of Bucharest, Călărași and Giurgiu, and 70 for whoever was registered without a county.</summary>
    private static bool IsCounty(ReadOnlySpan<char> county) =>
        (((county[0] - '0') * 10) + county[1] - '0') is (>= 1 and <= 48) or 51 or 52 or 70;

    private static int Key(char first, char second) => (first << 16) | second;
}
