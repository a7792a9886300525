namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>
/// Telephone numbers, with blanks, dots or words between and in place of digits. National numbers by the numbering plans of Romania and
/// Ukraine (ten digits from 0) and Hungary (06 and eight or nine), others with + or 00 (ITU-T E.164: at most fifteen digits). Short
/// numbers and free lines of help (112, 119, 116 111, 0800 …) belong to nobody.
/// </summary>
internal static class PhoneNumbers
{
    private const int Most = 15;
    private const int FewestSpelled = 6;

    /// <summary>How far behind "my number is" the digits may come.</summary>
    private const int Reach = 6;

    public static void Find(Reading reading)
    {
        Span<char> digits = stackalloc char[Most + 1];
        for (var word = 0; word < reading.Count; word++)
        {
            if (CanBegin(reading, word) && End(reading, word, digits) is var last and >= 0)
            {
                reading.FlagRange(FlagKind.Phone, StartOf(reading, word), reading.Text[last].End);
                word = last;
            }
        }
    }

    private static bool CanBegin(Reading reading, int word) =>
        (reading.Text[word].HasDigit || SpelledDigit(reading, word) >= 0) && !reading.IsFlagged(word);

    /// <summary>The last word of the longest number that begins here, or −1.</summary>
    private static int End(Reading reading, int first, Span<char> digits)
    {
        var (count, spelled, last, groups) = (0, 0, -1, 0);
        var isExpected = IsExpected(reading, first);
        for (var word = first; word < reading.Count; word++)
        {
            var added = Append(reading, word, digits, count, ref spelled);
            if (added == 0 || reading.IsFlagged(word))
            {
                break;
            }

            count += added;
            groups = (groups * 10) + Math.Min(added, 9);
            if (IsNumber(digits[..count], HasPlus(reading, first), groups) || (isExpected && count is >= 6 and <= 12 && !IsPublic(digits[..count]))
                || (spelled == word - first + 1 && spelled >= FewestSpelled && !IsPublic(digits[..count])))
            {
                last = word;
            }

            if (!IsGap(reading, word))
            {
                break;
            }
        }

        return last;
    }

    private static bool IsNumber(ReadOnlySpan<char> digits, bool hasPlus, int groups) => !IsPublic(digits) && digits switch
    {
        _ when hasPlus => digits.Length is >= 8 and <= Most,
        ['0', '0', >= '1' and <= '9', ..] => digits.Length is >= 10 and <= Most,
        ['0', '6', ..] when digits.Length is 10 or 11 => true,
        ['0', >= '2' and <= '9', ..] => digits.Length == 10,
        // North America: three, three and four.
        [>= '2' and <= '9', .. { Length: 9 }] => groups == 334,
        _ => false,
    };

    private static bool IsPublic(ReadOnlySpan<char> digits) =>
        digits.Length <= 3 || digits is ['1', '1', '6', _, _, _] or ['0', '8', '0', '0', ..] or ['0', '0', '4', '0', '8', '0', '0', ..];

    private static int Append(Reading reading, int word, Span<char> digits, int count, ref int spelled)
    {
        if (SpelledDigit(reading, word) is var digit and >= 0)
        {
            spelled++;
            return Put(digits, count, (char)('0' + digit));
        }

        if (!reading.Text[word].HasDigit)
        {
            return 0;
        }

        var added = 0;
        foreach (var c in reading.Text.Of(word))
        {
            var read = AsDigit(c);
            if (read == '\0' || Put(digits, count + added, read) == 0)
            {
                return 0;
            }

            added++;
        }

        return added;
    }

    private static int Put(Span<char> digits, int at, char digit)
    {
        if (at >= Most)
        {
            return 0;
        }

        digits[at] = digit;
        return 1;
    }

    /// <summary>Letters that are typed for digits, next to real ones.</summary>
    private static char AsDigit(char c) => c switch
    {
        >= '0' and <= '9' => c,
        'o' => '0',
        'l' or 'i' => '1',
        's' => '5',
        'b' => '8',
        _ => '\0',
    };

    private static int SpelledDigit(Reading reading, int word)
    {
        if (!reading.Text[word].HasDigit)
        {
            for (var topic = Topic.Digit0; topic <= Topic.Digit9; topic++)
            {
                if (reading.Is(word, topic))
                {
                    return topic - Topic.Digit0;
                }
            }
        }

        return -1;
    }

    private static bool IsGap(Reading reading, int word) =>
        reading.IsJoined(word, ".-–/()_,") && reading.Text.Between(word, word + 1).Length <= 3;

    /// <summary>"my number is …": digits in any form.</summary>
    private static bool IsExpected(Reading reading, int word)
    {
        foreach (var match in reading.Matches)
        {
            if (match.Topic == Topic.PhoneFollows && match.Last < word && word - match.Last <= Reach && reading.Text[match.Last].Sentence == reading.Text[word].Sentence)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPlus(Reading reading, int word) =>
        StartOf(reading, word) is var start && start < reading.Text[word].Start && reading.Source.AsSpan(start..reading.Text[word].Start).Contains('+');

    private static int StartOf(Reading reading, int word)
    {
        var start = reading.Text[word].Start;
        while (start > 0 && reading.Source[start - 1] is '+' or '(')
        {
            start--;
        }

        return start;
    }
}
