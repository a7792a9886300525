using System.Text.RegularExpressions;

namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>What papers and devices say of somebody: dates of birth, numbers of documents, plates of cars, a place by its coordinates.</summary>
internal sealed partial class PaperFinder(IReadOnlySet<string> counties)
{
    private readonly HashSet<string> counties = new(counties, StringComparer.Ordinal);

    public void Find(Reading reading)
    {
        foreach (var match in reading.Matches)
        {
            if (match.Topic == Topic.Born)
            {
                FindBirthdate(reading, match);
            }
            else if (match.Topic == Topic.DocumentFollows)
            {
                FindDocument(reading, match.Last + 1);
            }
        }

        for (var word = 0; word < reading.Count; word++)
        {
            FindPlate(reading, word);
        }

        foreach (var place in Coordinates().EnumerateMatches(reading.Source))
        {
            if (!reading.IsFlagged(place.Index, place.Index + place.Length))
            {
                reading.FlagRange(FlagKind.Place, place.Index, place.Index + place.Length);
            }
        }
    }

    /// <summary>Two numbers of at least three decimals: a place to about a hundred metres.</summary>
    [GeneratedRegex(@"(?<![\d.,])-?\d{1,2}[.]\d{3,12} ?°? ?[NS]?[ ,;]{1,3}-?\d{1,3}[.]\d{3,12}(?: ?° ?[EWV]?)?", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Coordinates();

    private static void FindBirthdate(Reading reading, PhraseMatch born)
    {
        for (var word = Math.Max(0, born.First - 8); word < Math.Min(reading.Count, born.Last + 8); word++)
        {
            if (reading.Text[word].Sentence == reading.Text[born.First].Sentence && DateEnd(reading, word) is var end and > 0)
            {
                reading.Flag(FlagKind.Birthdate, word, end);
                return;
            }
        }
    }

    /// <summary>The last word of a date that begins here, or 0: in numbers, or with the month's name.</summary>
    private static int DateEnd(Reading reading, int word)
    {
        if (reading.IsWholeNumber(word, 1, 4) && reading.IsWholeNumber(word + 1, 1, 2) && reading.IsWholeNumber(word + 2, 1, 4)
            && reading.IsJoined(word, ".-/") && reading.IsJoined(word + 1, ".-/") && reading.Text.Between(word, word + 1).ContainsAny(".-/ "))
        {
            return word + 2;
        }

        if (reading.IsWholeNumber(word, 1, 2) && reading.Is(word + 1, Topic.Month) && reading.IsJoined(word, ".-"))
        {
            return reading.IsWholeNumber(word + 2, 2, 4) && reading.IsJoined(word + 1, ".-,") ? word + 2 : word + 1;
        }

        var month = reading.IsWholeNumber(word, 4, 4) && reading.IsJoined(word, ".,") ? word + 1 : word;
        return reading.Is(month, Topic.Month) && month + 1 < reading.Count && char.IsAsciiDigit(reading.Text.Of(month + 1)[0]) && reading.Text[month + 1].FoldedLength <= 4
            ? month + 1
            : 0;
    }

    /// <summary>A number of at least four digits, with the letters of its series before it or a year behind a stroke.</summary>
    private static void FindDocument(Reading reading, int after)
    {
        for (var word = after; word < Math.Min(reading.Count, after + 6); word++)
        {
            var digits = reading.Text[word].FoldedLength;
            if (!reading.Text[word].HasDigit || digits < 4 || reading.IsFlagged(word))
            {
                continue;
            }

            var first = word;
            first -= first > after && reading.Is(first - 1, Topic.HouseNumber) ? 1 : 0;
            first = first > 0 && reading.Text[first - 1] is { FoldedLength: 2, HasDigit: false, IsCapital: true } ? first - 1 : word;
            var hasYear = word + 1 < reading.Count && reading.Text.Between(word, word + 1) is "/" && reading.Text[word + 1].IsNumber;
            if (digits >= 5 || hasYear || first < word)
            {
                reading.Flag(FlagKind.Document, first, hasYear ? word + 1 : word);
                return;
            }
        }
    }

    /// <summary>
    /// Romanian plates (county, two or three digits, three letters) and Ukrainian ones (two letters, four digits, two letters), in one word
    /// or up to three, in capitals.
    /// </summary>
    private void FindPlate(Reading reading, int first)
    {
        Span<char> plate = stackalloc char[8];
        var length = 0;
        for (var word = first; word < Math.Min(reading.Count, first + 3); word++)
        {
            var written = reading.Source.AsSpan(reading.Text[word].Start..reading.Text[word].End);
            if (length + written.Length > plate.Length || !IsOfPlate(written))
            {
                return;
            }

            written.CopyTo(plate[length..]);
            length += written.Length;
            if (IsPlate(plate[..length]))
            {
                reading.Flag(FlagKind.Plate, first, word);
                return;
            }

            if (!reading.IsJoined(word, "-.") || reading.Text.Between(word, word + 1).Length > 1)
            {
                return;
            }
        }
    }

    private static bool IsOfPlate(ReadOnlySpan<char> written)
    {
        foreach (var c in written)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsPlate(ReadOnlySpan<char> plate)
    {
        var letters = plate.IndexOfAnyInRange('0', '9');
        if (letters is not (1 or 2))
        {
            return false;
        }

        var digits = plate[letters..].IndexOfAnyInRange('A', 'Z');
        var rest = plate.Length - letters - digits;
        return digits > 0 && !plate[(letters + digits)..].ContainsAnyExceptInRange('A', 'Z')
            && ((digits is 2 or 3 && rest == 3 && counties.GetAlternateLookup<ReadOnlySpan<char>>().Contains(plate[..letters])) || (letters == 2 && digits == 4 && rest == 2));
    }
}
