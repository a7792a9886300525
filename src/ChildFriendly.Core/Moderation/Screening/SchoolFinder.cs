namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>The school that a child goes to, and the class with its letter. A school alone is a public place, a grade alone an age.</summary>
internal static class SchoolFinder
{
    /// <summary>How far from "I learn at" a school may stand.</summary>
    private const int Reach = 6;

    public static void Find(Reading reading)
    {
        for (var word = 0; word < reading.Count; word++)
        {
            if (reading.Is(word, Topic.School) && Studies(reading, word))
            {
                FindSchool(reading, word);
            }
            else if (reading.Is(word, Topic.ClassWord))
            {
                FindClass(reading, word);
            }
            else if (reading.Is(word, Topic.Ordinal) && Grade(reading, word + 1, out _) && ClassEnd(reading, word + 1, needsCapital: true) is var end and > 0)
            {
                reading.FlagRange(FlagKind.Class, reading.Text[word].Start, reading.Text[end].End);
            }
        }
    }

    /// <summary>Which school it is: a number or a name in capitals, behind or before the word.</summary>
    private static void FindSchool(Reading reading, int school)
    {
        var last = school;
        for (var word = school + 1; word < reading.Count && word - school <= 8 && reading.IsJoined(word - 1, ".„”“\"«»№-#'’"); word++)
        {
            var isName = !reading.Is(word, Topic.ClassWord) && (reading.Text[word].IsCapital || reading.IsWholeNumber(word, 1, 3));
            if (isName)
            {
                last = word;
            }
            else if (!reading.Is(word, Topic.HouseNumber, Topic.School) && reading.Text[word].FoldedLength > 3)
            {
                break;
            }
        }

        var first = school;
        while (first > 0 && reading.Text[first - 1] is { IsCapital: true, FoldedLength: > 2 } && reading.IsJoined(first - 1, "-") && !reading.Is(first - 1, Topic.Common))
        {
            first--;
        }

        if (last > school || first < school)
        {
            var end = reading.Text[last].End;
            end += last > school && end < reading.Source.Length && reading.Source[end] is '”' or '"' or '»' ? 1 : 0;
            reading.FlagRange(FlagKind.School, reading.Text[first].Start, end);
        }
    }

    /// <summary>"clasa a V-a C", "class 5C", "6. B osztály", "7-Б клас".</summary>
    private static void FindClass(Reading reading, int word)
    {
        var start = word + 1;
        while (start < reading.Count && start - word <= 3 && reading.Is(start, Topic.Ordinal) && reading.IsJoined(start - 1, "„:"))
        {
            start++;
        }

        if (reading.IsJoined(start - 1, "„:") && ClassEnd(reading, start, needsCapital: false) is var end and > 0)
        {
            reading.Flag(FlagKind.Class, word, end);
        }
        else if (word > 0 && reading.IsJoined(word - 1, ".-") && Grade(reading, word - 1, out var withLetter) && withLetter)
        {
            reading.Flag(FlagKind.Class, word - 1, word);
        }
        else if (word > 1 && reading.IsJoined(word - 1, "-") && reading.IsJoined(word - 2, ".-/") && IsLetter(reading, word - 1, needsCapital: false) && Grade(reading, word - 2, out _))
        {
            reading.Flag(FlagKind.Class, word - 2, word);
        }
    }

    /// <summary>The last word of a grade with its letter, or 0.</summary>
    private static int ClassEnd(Reading reading, int grade, bool needsCapital)
    {
        if (!Grade(reading, grade, out var withLetter))
        {
            return 0;
        }

        if (withLetter)
        {
            return needsCapital ? 0 : grade;
        }

        var letter = grade + 1;
        if (reading.Is(letter, Topic.Ordinal) && reading.IsJoined(grade, "-") && reading.Text[letter].FoldedLength == 1 && IsLetter(reading, letter + 1, needsCapital)
            && reading.IsJoined(letter, "-„”\""))
        {
            return letter + 1;
        }

        return IsLetter(reading, letter, needsCapital) && reading.IsJoined(grade, "-„”\"./") && !reading.Text.Between(grade, letter).StartsWith("-a", StringComparison.Ordinal)
            && (reading.Text[letter].IsCapital || !reading.Is(letter, Topic.Ordinal)) ? letter : 0;
    }

    private static bool IsLetter(Reading reading, int word, bool needsCapital) =>
        word < reading.Count && reading.Text[word] is { FoldedLength: 1, HasDigit: false } && reading.Text.Of(word)[0] is (>= 'a' and <= 'h') or (>= 'а' and <= 'д')
        && (!needsCapital || reading.Text[word].IsCapital);

    /// <summary>0 to 12, in Roman numerals too, or a word for a first class; perhaps with the letter in the same word.</summary>
    private static bool Grade(Reading reading, int word, out bool withLetter)
    {
        withLetter = false;
        if (word < 0 || word >= reading.Count)
        {
            return false;
        }

        var letters = reading.Text.Of(word);
        if (reading.Is(word, Topic.ClassName) || (!reading.Text[word].HasDigit && letters is "i" or "ii" or "iii" or "iv" or "v" or "vi" or "vii" or "viii" or "ix" or "x" or "xi" or "xii"))
        {
            return true;
        }

        withLetter = letters.Length > 1 && letters[^1] is (>= 'a' and <= 'h') or (>= 'а' and <= 'д');
        var number = withLetter ? letters[..^1] : letters;
        return number.Length is 1 or 2 && int.TryParse(number, System.Globalization.NumberStyles.None, null, out var grade) && grade <= 12;
    }

    private static bool Studies(Reading reading, int word)
    {
        foreach (var match in reading.Matches)
        {
            if (match.Topic == Topic.Study && reading.Text[match.First].Sentence == reading.Text[word].Sentence && Math.Min(Math.Abs(match.Last - word), Math.Abs(match.First - word)) <= Reach)
            {
                return true;
            }
        }

        return false;
    }
}
