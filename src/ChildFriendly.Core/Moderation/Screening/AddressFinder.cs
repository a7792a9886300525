namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>
/// Where somebody lives: a street with a house number, parts of a block of flats, a farm in a village, or a street named after "I live".
/// A street alone is a public place.
/// </summary>
internal static class AddressFinder
{
    private const int MostWordsOfStreet = 5;

    public static void Find(Reading reading)
    {
        for (var word = 0; word < reading.Count; word++)
        {
            if (reading.IsFlagged(word))
            {
                continue;
            }

            if (reading.Is(word, Topic.StreetBefore, Topic.Village))
            {
                FindAfter(reading, word);
            }
            else if (reading.Is(word, Topic.StreetAfter))
            {
                FindAround(reading, word);
            }
            else if (reading.Is(word, Topic.HousePart) && PartsEnd(reading, word, out var parts) is var end && parts >= 2)
            {
                reading.Flag(FlagKind.Address, word, end);
            }
        }
    }

    /// <summary>"strada Florilor nr. 3, bl. 2", "вул. Садова, 7".</summary>
    private static void FindAfter(Reading reading, int street)
    {
        var lives = Lives(reading, street);
        for (var word = street + 1; word <= Math.Min(reading.Count - 1, street + 1 + MostWordsOfStreet) && reading.IsJoined(word - 1, ".,„”\"-–№«»"); word++)
        {
            var isNumbered = reading.Is(word, Topic.HouseNumber);
            var number = isNumbered ? word + 1 : word;
            if (word > street + 1 && IsHouseNumber(reading, number)
                && (isNumbered || (!reading.Is(street, Topic.Village) && (lives || reading.Text.Between(word - 1, word).Contains(',') || !IsCountOfThings(reading, number)))))
            {
                reading.Flag(FlagKind.Address, street, PartsEnd(reading, number + 1, out _) is var end && end > number ? end : number);
                return;
            }
        }

        if (lives && street + 1 < reading.Count && reading.Text[street + 1].IsCapital && reading.Is(street, Topic.StreetBefore))
        {
            var last = street + 1;
            while (last + 1 < reading.Count && reading.Text[last + 1].IsCapital && reading.Text.Between(last, last + 1) is " ")
            {
                last++;
            }

            reading.Flag(FlagKind.Address, street, last);
        }
    }

    /// <summary>"Rózsa utca 7., 2. em.", "14 Maple Street, Flat 3".</summary>
    private static void FindAround(Reading reading, int street)
    {
        var first = street;
        while (first > 0 && street - first < 3 && reading.Text[first - 1] is { IsCapital: true, HasDigit: false } && reading.IsJoined(first - 1, "-"))
        {
            first--;
        }

        if (first == street)
        {
            return;
        }

        if (first > 0 && IsHouseNumber(reading, first - 1) && reading.IsJoined(first - 1, ""))
        {
            reading.Flag(FlagKind.Address, first - 1, PartsEnd(reading, street + 1, out _) is var end && end > street ? end : street);
        }
        else if (IsHouseNumber(reading, street + 1) && reading.IsJoined(street, ".") && (Lives(reading, first) || !IsCountOfThings(reading, street + 1)))
        {
            reading.Flag(FlagKind.Address, first, PartsEnd(reading, street + 2, out _) is var end && end > street + 1 ? end : street + 1);
        }
    }

    /// <summary>The last word of "bl. 3, sc. A, ap. 12" or "3. em. 12. ajtó" from here on, or the word before when there is none.</summary>
    private static int PartsEnd(Reading reading, int word, out int parts)
    {
        parts = 0;
        var end = word - 1;
        for (var at = word; at < reading.Count && (at == 0 || reading.IsJoined(at - 1, ".,-:№")); at++)
        {
            if (reading.Is(at, Topic.HousePart, Topic.HouseNumber))
            {
                var isBefore = at + 1 < reading.Count && IsValue(reading, at + 1) && reading.IsJoined(at, ".:№");
                var isBehind = at > 0 && IsValue(reading, at - 1);
                if (!isBefore && !isBehind)
                {
                    break;
                }

                parts++;
                at += isBefore ? 1 : 0;
                end = at;
            }
            else if (reading.Is(at, Topic.Village) && at + 1 < reading.Count && reading.Text[at + 1].IsCapital)
            {
                end = ++at;
            }
            else if (!(IsHouseNumber(reading, at) && reading.Is(at + 1, Topic.HousePart)))
            {
                break;
            }
        }

        return end;
    }

    private static bool IsHouseNumber(Reading reading, int word) =>
        word >= 0 && word < reading.Count && reading.Text[word] is { HasDigit: true, FoldedLength: <= 4 } && char.IsAsciiDigit(reading.Text.Of(word)[0])
        && (reading.Text[word].IsNumber || char.IsAsciiLetter(reading.Text.Of(word)[^1]));

    private static bool IsValue(Reading reading, int word) =>
        reading.Text[word].FoldedLength <= 4 && (reading.Text[word].HasDigit || reading.Text[word].FoldedLength == 1);

    /// <summary>"on Unirii street 20 benches": a word right behind the number that is no part of an address.</summary>
    private static bool IsCountOfThings(Reading reading, int number) =>
        number + 1 < reading.Count && reading.IsJoined(number, "") && !reading.Text[number + 1].HasDigit && reading.Text[number + 1].FoldedLength > 1
        && !reading.Is(number + 1, Topic.HousePart, Topic.HouseNumber);

    private static bool Lives(Reading reading, int word)
    {
        foreach (var match in reading.Matches)
        {
            if (match.Topic == Topic.Live && match.Last < word && word - match.Last <= 4)
            {
                return true;
            }
        }

        return false;
    }
}
