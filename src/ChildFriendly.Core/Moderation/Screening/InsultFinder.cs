using System.Buffers;

namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>
/// Insults, hate and vulgar words of all lists, plain or hidden: letters drawn out, spaced or dotted, digits and signs for letters, stars
/// over letters. What the lists call innocent is taken back.
/// </summary>
internal sealed class InsultFinder(IReadOnlyList<PhraseBook> books)
{
    private const int LongestWord = 24;
    private const int FewestSpaced = 3;

    private static readonly SearchValues<char> Gaps = SearchValues.Create(" \n\r\t\u00A0,");

    private readonly ILookup<int, string> byLength = books.SelectMany(b => b.WordsOf(Topic.Insult).Concat(b.BeginningsOf(Topic.Insult))).Distinct(StringComparer.Ordinal).ToLookup(w => w.Length);

    public void Find(Reading reading)
    {
        foreach (var match in reading.Matches)
        {
            if (match.Topic == Topic.Insult || (match.Topic == Topic.InsultHere && IsOfTextsLanguage(reading, match)))
            {
                FlagUnlessInnocent(reading, match.First, match.Last);
            }
        }

        FindDrawnOut(reading);
        FindSpaced(reading);
        FindMasked(reading);
    }

    private bool IsOfTextsLanguage(Reading reading, PhraseMatch match)
    {
        foreach (var book in books)
        {
            if ((book.Language == reading.Language || book.Language == reading.StatedLanguage)
                && (match.First != match.Last || book.Has(Topic.InsultHere, reading.Text.Of(match.First))))
            {
                return true;
            }
        }

        return false;
    }

    private static void FlagUnlessInnocent(Reading reading, int first, int last)
    {
        foreach (var match in reading.Matches)
        {
            if (match.Topic == Topic.Innocent && match.First <= last && first <= match.Last)
            {
                return;
            }
        }

        reading.Flag(FlagKind.Insult, first, last);
    }

    /// <summary>A letter written three times or more: once, twice, and every doubled letter once.</summary>
    private void FindDrawnOut(Reading reading)
    {
        Span<char> shorter = stackalloc char[LongestWord];
        for (var word = 0; word < reading.Count; word++)
        {
            var letters = reading.Text.Of(word);
            if (letters.Length is > 3 and < 3 * LongestWord && LongestRepeat(letters) is var repeat and > 1 && !reading.Is(word, Topic.Common))
            {
                if (IsInsult(Squeeze(letters, shorter, 1)) || (repeat > 2 && IsInsult(Squeeze(letters, shorter, 2))))
                {
                    FlagUnlessInnocent(reading, word, word);
                }
            }
        }
    }

    /// <summary>"p r o s t", "p.r.o.s.t": at least three single letters in a row.</summary>
    private void FindSpaced(Reading reading)
    {
        Span<char> joined = stackalloc char[LongestWord];
        for (var first = 0; first < reading.Count; first++)
        {
            var word = first;
            var cyrillic = false;
            while (word < reading.Count && word - first < LongestWord && reading.Text[word].FoldedLength == 1 && (word == first || reading.Text.Between(word - 1, word).Length <= 2))
            {
                cyrillic |= Letters.IsCyrillic(reading.Text.Of(word)[0]);
                joined[word - first] = reading.Text.Of(word)[0];
                word++;
            }

            if (word - first >= FewestSpaced)
            {
                Unmask(joined[..(word - first)], cyrillic);
                FlagInside(reading, first, joined[..(word - first)]);
                first = word - 1;
            }
        }
    }

    private void FlagInside(Reading reading, int first, ReadOnlySpan<char> joined)
    {
        for (var start = 0; start + FewestSpaced <= joined.Length; start++)
        {
            for (var end = joined.Length; end - start >= FewestSpaced; end--)
            {
                if (IsInsult(joined[start..end]))
                {
                    reading.Flag(FlagKind.Insult, first + start, first + end - 1);
                    return;
                }
            }
        }
    }

    /// <summary>Signs and digits in place of letters, and stars over them, inside what stands between blanks.</summary>
    private void FindMasked(Reading reading)
    {
        var source = reading.Source.AsSpan();
        for (var start = 0; start < source.Length;)
        {
            var size = source[start..].IndexOfAny(Gaps);
            var end = size < 0 ? source.Length : start + size;
            if (end - start is > 2 and < LongestWord)
            {
                JudgeMasked(reading, source, start, end);
            }

            start = end + 1;
        }
    }

    private void JudgeMasked(Reading reading, ReadOnlySpan<char> source, int start, int end)
    {
        while (start < end && !char.IsLetterOrDigit(source[start]) && source[start] != '@' && source[start] != '$')
        {
            start++;
        }

        while (start < end && source[end - 1] is '.' or '!' or '?' or ')' or '"' or '”' or ':' or ';')
        {
            end--;
        }

        var (letters, signs, stars, cyrillic) = (0, 0, 0, false);
        Span<char> word = stackalloc char[LongestWord];
        for (var i = start; i < end; i++)
        {
            var c = Letters.Read(source[i]);
            word[i - start] = c;
            letters += char.IsLetter(c) ? 1 : 0;
            cyrillic |= Letters.IsCyrillic(c);
            if (c is '*' or '#' or '_' && i > start)
            {
                stars++;
                word[i - start] = '*';
            }
            else if (!char.IsLetter(c))
            {
                signs++;
            }
        }

        word = word[..(end - start)];
        if (letters < 2 || signs + stars == 0 || reading.IsFlagged(start, end))
        {
            return;
        }

        Span<char> withL = stackalloc char[LongestWord];
        withL = withL[..word.Length];
        word.CopyTo(withL);
        withL.Replace('1', 'l');
        Unmask(word, cyrillic);
        Unmask(withL, cyrillic);
        if (stars > 0 ? FitsStars(word) : IsInsult(word) || IsInsult(withL))
        {
            reading.FlagRange(FlagKind.Insult, start, end);
        }
    }

    /// <summary>The first letter and at least half of the others are to be seen.</summary>
    private bool FitsStars(ReadOnlySpan<char> word)
    {
        if (!char.IsLetter(word[0]) || word.Count('*') * 2 > word.Length)
        {
            return false;
        }

        foreach (var insult in byLength[word.Length])
        {
            var fits = true;
            for (var i = 0; i < word.Length && fits; i++)
            {
                fits = word[i] == '*' || word[i] == insult[i];
            }

            if (fits)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsInsult(ReadOnlySpan<char> word)
    {
        foreach (var book in books)
        {
            if (book.Has(Topic.Insult, word))
            {
                return true;
            }
        }

        return false;
    }

    private static void Unmask(Span<char> word, bool cyrillic)
    {
        foreach (ref var c in word)
        {
            c = Letters.Unmasked(cyrillic ? Letters.AsCyrillic(c) : c, cyrillic);
        }
    }

    private static int LongestRepeat(ReadOnlySpan<char> letters)
    {
        var (longest, repeat) = (1, 1);
        for (var i = 1; i < letters.Length; i++)
        {
            repeat = letters[i] == letters[i - 1] ? repeat + 1 : 1;
            longest = Math.Max(longest, repeat);
        }

        return longest;
    }

    private static ReadOnlySpan<char> Squeeze(ReadOnlySpan<char> letters, Span<char> shorter, int most)
    {
        var (length, repeat) = (0, 0);
        for (var i = 0; i < letters.Length && length < shorter.Length; i++)
        {
            repeat = i > 0 && letters[i] == letters[i - 1] ? repeat + 1 : 1;
            if (repeat <= most)
            {
                shorter[length++] = letters[i];
            }
        }

        return shorter[..length];
    }
}
