namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>
/// Names of people. A first name alone ("Ana wants swings") tells nobody who it is; a first name with a family name does, and so does a name
/// after "my name is", after "Mrs" or after "my friend" with a family name. Streets, schools and statues called after people are no people.
/// </summary>
internal sealed class NameFinder(NameLists names)
{
    private const int MostWords = 3;

    public void Find(Reading reading)
    {
        foreach (var match in reading.Matches)
        {
            switch (match.Topic)
            {
                case Topic.NameFollows:
                    FindAfter(reading, match.Last + 1, isTold: true);
                    break;
                case Topic.TitleBefore or Topic.RelationBefore:
                    FindAfter(reading, match.Last + 1, isTold: false, least: match.Topic == Topic.TitleBefore ? 1 : 2);
                    break;
            }
        }

        for (var word = 0; word + 1 < reading.Count; word++)
        {
            FindPair(reading, word);
        }
    }

    /// <param name="isTold">The name is given as a name, so that small letters do.</param>
    private void FindAfter(Reading reading, int start, bool isTold, int least = 1)
    {
        while (start < reading.Count && !isTold && reading.Is(start, Topic.NoName) && reading.IsJoined(start, ",."))
        {
            start++;
        }

        var end = start;
        while (end < reading.Count && end - start < MostWords && (end == start || reading.IsJoined(end - 1, "-")) && IsPartOfName(reading, end, isTold))
        {
            end++;
        }

        if (end - start >= least && !IsPlace(reading, start, end - 1))
        {
            reading.Flag(FlagKind.Person, start, end - 1);
        }
    }

    private bool IsPartOfName(Reading reading, int word, bool isTold)
    {
        var letters = reading.Text.Of(word);
        return letters.Length > 1 && !reading.Text[word].HasDigit && !reading.Is(word, Topic.NoName)
            && ((reading.Text[word].IsCapital && !reading.Is(word, Topic.Common)) || (isTold && (names.IsFirst(letters) || names.IsFamily(letters)) && !reading.Is(word, Topic.Common)));
    }

    /// <summary>First and family name, or the other way round as in Hungarian and on lists.</summary>
    private void FindPair(Reading reading, int word)
    {
        if (!reading.IsJoined(word, "-") || !CouldBeName(reading, word) || !CouldBeName(reading, word + 1))
        {
            return;
        }

        var one = reading.Text.Of(word);
        var other = reading.Text.Of(word + 1);
        var last = word + 1;
        var capitals = reading.Text[word].IsCapital && reading.Text[word + 1].IsCapital;
        var isPair = (names.IsFirst(one) && (capitals ? names.IsFamily(other) : names.HasFamilyEnding(other)))
            || (names.IsFamily(one) && names.IsFirst(other) && (capitals || names.HasFamilyEnding(one)));
        if (!isPair && names.IsFirst(one) && names.IsFirst(other) && word + 2 < reading.Count && reading.IsJoined(last, "-") && CouldBeName(reading, word + 2))
        {
            var third = reading.Text.Of(word + 2);
            isPair = capitals && reading.Text[word + 2].IsCapital ? names.IsFamily(third) : names.HasFamilyEnding(third);
            last += isPair ? 1 : 0;
        }

        if (isPair && !names.IsPublic(reading.Text, word, last) && !IsPlace(reading, word, last))
        {
            reading.Flag(FlagKind.Person, word, last);
        }
    }

    private static bool CouldBeName(Reading reading, int word) =>
        reading.Text[word] is { HasDigit: false, FoldedLength: > 2 } && !reading.Is(word, Topic.NoName) && !reading.Is(word, Topic.Common);

    /// <summary>"strada …", "… utca", "statuia lui …": up to three words before, or right behind.</summary>
    private bool IsPlace(Reading reading, int first, int last)
    {
        if (names.IsPublic(reading.Text, first, last) || (last > first && names.IsPublic(reading.Text, first, first + 1)) || reading.Is(last + 1, Topic.PublicPlaceAfter, Topic.StreetAfter))
        {
            return true;
        }

        for (var word = first - 1; word >= Math.Max(0, first - 3) && reading.IsJoined(word, ".„”\"–-«»"); word--)
        {
            if (reading.Is(word, Topic.PublicPlace, Topic.StreetBefore, Topic.School))
            {
                return true;
            }
        }

        return false;
    }
}
