namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>Tells a text's language by its commonest words; where it is not clear, by what was stated.</summary>
internal static class LanguageGuess
{
    /// <summary>Shorter texts have too few common words to tell.</summary>
    private const int LeastWords = 6;

    private const int LeastCommonWords = 3;

    public static string Of(Reading reading, string stated, IReadOnlyList<PhraseBook> books, ReadOnlySpan<int> common)
    {
        var best = -1;
        var own = 0;
        for (var i = 0; i < books.Count; i++)
        {
            if (books[i].Language == stated)
            {
                own = common[i];
            }

            if (best < 0 || common[i] > common[best])
            {
                best = i;
            }
        }

        var isClear = best >= 0 && reading.Count >= LeastWords && common[best] >= LeastCommonWords
            && common[best] * 5 >= reading.Count && common[best] >= 3 * own;
        return isClear ? books[best].Language : stated;
    }

    public static void Find(Reading reading)
    {
        if (reading.Language != reading.StatedLanguage)
        {
            reading.FlagRange(FlagKind.Language, reading.Text[0].Start, reading.Text[reading.Count - 1].End);
        }
    }
}
