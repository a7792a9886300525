using System.Text;
using System.Text.RegularExpressions;

namespace ChildFriendly.Core.Shared;

/// <summary>
/// How hard a text is to read. LIX (Björnsson): words per sentence plus the percentage of words longer than six letters. There is no Romanian
/// calibration; the targets are our own.
/// </summary>
public readonly partial record struct ReadingLevel(int Sentences, int Words, int LongWords)
{
    /// <summary>For 6–10, with at most <see cref="MostWordsForYoung"/> words a sentence.</summary>
    public const double MostForYoung = 25;

    public const double MostWordsForYoung = 10;

    /// <summary>For 11–17.</summary>
    public const double MostForOlder = 35;

    private const int LongerThan = 6;

    /// <summary>A full stop after one of these belongs to it.</summary>
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "alin", "ap", "art", "bl", "cf", "com", "dl", "dna", "dra", "dr", "ex", "ing", "jud", "lit", "loc", "mr", "mrs", "nr", "pag", "pct", "prof", "sc", "sf", "st", "str", "șos", "tel", "vs",
    };

    public double WordsPerSentence => Sentences == 0 ? 0 : (double)Words / Sentences;

    public double Lix => Words == 0 ? 0 : WordsPerSentence + (100.0 * LongWords / Words);

    public bool IsForYoung => Lix <= MostForYoung && WordsPerSentence <= MostWordsForYoung;

    public bool IsForOlder => Lix <= MostForOlder;

    /// <param name="text">Plain text; every line is a sentence or several.</param>
    public static ReadingLevel Of(string text)
    {
        var (sentences, words, longWords) = (0, 0, 0);
        foreach (var line in text.Normalize(NormalizationForm.FormC).Split('\n'))
        {
            foreach (var sentence in SentencesOf(line))
            {
                var found = Word().Matches(sentence);
                sentences += found.Count > 0 ? 1 : 0;
                words += found.Count;
                longWords += found.Count(w => w.Value.Count(char.IsLetter) > LongerThan);
            }
        }

        return new ReadingLevel(sentences, words, longWords);
    }

    private static IEnumerable<string> SentencesOf(string line)
    {
        var start = 0;
        foreach (Match end in SentenceEnd().Matches(line))
        {
            if (!GoesOn(line, end))
            {
                yield return line[start..(end.Index + end.Length)];
                start = end.Index + end.Length;
            }
        }

        yield return line[start..];
    }

    /// <summary>A full stop is none after an abbreviation or an initial, and where a small letter follows.</summary>
    private static bool GoesOn(string line, Match end)
    {
        var next = line.AsSpan(end.Index + end.Length).TrimStart();
        if (end.Value[0] is '!' or '?' || next.IsEmpty)
        {
            return false;
        }

        if (char.IsLower(next[0]))
        {
            return true;
        }

        var before = LastWord().Match(line[..end.Index]).Value;
        return end.Value[0] == '.' && (Abbreviations.Contains(before) || (before.Length == 1 && char.IsUpper(before[0])));
    }

    [GeneratedRegex(@"[.!?…]+[”""’'»)\]]*(?=\s|$)", RegexOptions.None, 1000)]
    private static partial Regex SentenceEnd();

    /// <summary>A hyphen divides words; a point or comma within a number does not.</summary>
    [GeneratedRegex(@"\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[\p{L}\p{M}]+$", RegexOptions.None, 1000)]
    private static partial Regex LastWord();
}
