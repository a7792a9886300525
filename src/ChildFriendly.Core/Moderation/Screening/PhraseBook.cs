using System.Numerics;
using System.Runtime.InteropServices;

namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>A phrase found in a text, from its first word to its last.</summary>
internal readonly record struct PhraseMatch(Topic Topic, int First, int Last);

/// <summary>
/// All phrases of one language, found in one pass: every word is looked up once (itself and its beginnings) and tells at which places of
/// which phrases it may stand; only phrases that may begin with it are tried.
/// </summary>
internal sealed class PhraseBook
{
    /// <summary>How many words may stand where the notation says "..".</summary>
    private const int Gap = 3;

    private const int Starts = 4096;

    private const int MostLetters = 63;

    /// <summary>How far from the first run the other runs of a phrase may begin.</summary>
    private const int Reach = 12;

    private readonly Dictionary<string, int[]> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> byWord;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> byBeginning;
    private readonly Compiled[][] startingWith;

    /// <summary>By the first two letters: a bit for every length of a word, or of a beginning, that starts so. Most words end here.</summary>
    private readonly ulong[] wordLengths = new ulong[Starts];
    private readonly ulong[] beginningLengths = new ulong[Starts];

    private PhraseBook(string language, IReadOnlyCollection<Phrase> phrases)
    {
        Language = language;
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        var places = new Dictionary<(string Word, bool IsBeginning), List<int>>();
        var starting = new List<List<Compiled>>();
        foreach (var phrase in phrases)
        {
            var compiled = new Compiled(phrase.Topic, [.. phrase.Runs.Select(r => r.Parts.Select(Compile).ToArray())], phrase.Unless is { } unless ? Compile(unless).Id : -1);
            foreach (var first in compiled.Runs[0].Take(1 + compiled.Runs[0].TakeWhile(p => p.IsOptional).Count()))
            {
                starting[first.Id].Add(compiled);
            }
        }

        startingWith = [.. starting.Select(s => s.ToArray())];
        foreach (var ((word, isBeginning), ids) in places)
        {
            (isBeginning ? beginnings : exact)[word] = [.. ids];
        }

        foreach (var word in exact.Keys)
        {
            wordLengths[StartOf(word)] |= 1UL << Math.Min(word.Length, MostLetters);
        }

        foreach (var beginning in beginnings.Keys)
        {
            // A beginning of one letter starts every word with that letter; none is that short.
            beginningLengths[beginning.Length > 1 ? StartOf(beginning) : throw new InvalidDataException($"{language}: {beginning}* is too short")]
                |= 1UL << Math.Min(beginning.Length, MostLetters);
        }

        byWord = exact.GetAlternateLookup<ReadOnlySpan<char>>();
        byBeginning = beginnings.GetAlternateLookup<ReadOnlySpan<char>>();

        Part Compile(PhrasePart part)
        {
            var key = $"{string.Join('|', part.Exact)}/{string.Join('|', part.Beginnings)}";
            if (!parts.TryGetValue(key, out var id))
            {
                parts[key] = id = starting.Count;
                starting.Add([]);
                foreach (var word in part.Exact.Select(w => (w, false)).Concat(part.Beginnings.Select(w => (w, true))).Distinct())
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(places, word, out _) ??= []).Add(id);
                }
            }

            return new Part(id, part.IsOptional, part.MayComeLater);
        }
    }

    public string Language { get; }

    /// <summary>The words of a language, from all folders that have a list of it.</summary>
    public static PhraseBook Read(string language, IEnumerable<string> files)
    {
        var phrases = new List<Phrase>();
        foreach (var file in files)
        {
            phrases.AddRange(new PhraseNotation().Read(file));
        }

        return new PhraseBook(language, phrases);
    }

    /// <summary>Whether a word alone is a phrase of the topic.</summary>
    public bool Has(Topic topic, ReadOnlySpan<char> word)
    {
        var start = StartOf(word);
        if ((wordLengths[start] & Bit(word.Length)) != 0 && byWord.TryGetValue(word, out var ids) && IsAlone(topic, ids))
        {
            return true;
        }

        for (var lengths = beginningLengths[start] & UpTo(word.Length); lengths != 0; lengths &= lengths - 1)
        {
            if (byBeginning.TryGetValue(word[..BitOperations.TrailingZeroCount(lengths)], out ids) && IsAlone(topic, ids))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words that are phrases of the topic by themselves.</summary>
    public IEnumerable<string> WordsOf(Topic topic) => exact.Where(e => IsAlone(topic, e.Value)).Select(e => e.Key);

    public IEnumerable<string> BeginningsOf(Topic topic) => beginnings.Where(e => IsAlone(topic, e.Value)).Select(e => e.Key);

    public void Find(FoldedText text, PhraseScratch scratch, List<PhraseMatch> found)
    {
        LookUp(text, scratch);
        for (var word = 0; word < text.Count; word++)
        {
            foreach (var id in scratch.At(word))
            {
                foreach (var phrase in startingWith[id])
                {
                    if (Matches(phrase, text, scratch, word) is { } match)
                    {
                        found.Add(match);
                    }
                }
            }
        }
    }

    private void LookUp(FoldedText text, PhraseScratch scratch)
    {
        scratch.Clear();
        for (var word = 0; word < text.Count; word++)
        {
            var letters = text.Of(word);
            var start = StartOf(letters);
            if ((wordLengths[start] & Bit(letters.Length)) != 0 && byWord.TryGetValue(letters, out var ids))
            {
                scratch.Add(ids);
            }

            for (var lengths = beginningLengths[start] & UpTo(letters.Length); lengths != 0; lengths &= lengths - 1)
            {
                if (byBeginning.TryGetValue(letters[..BitOperations.TrailingZeroCount(lengths)], out ids))
                {
                    scratch.Add(ids);
                }
            }

            scratch.Next();
        }
    }

    private static int StartOf(ReadOnlySpan<char> word) => ((word[0] * 61) + (word.Length > 1 ? word[1] : 0)) & (Starts - 1);

    private static ulong Bit(int length) => 1UL << Math.Min(length, MostLetters);

    private static ulong UpTo(int length) => length >= MostLetters ? ulong.MaxValue : (1UL << (length + 1)) - 1;

    private bool IsAlone(Topic topic, int[] ids)
    {
        foreach (var id in ids)
        {
            foreach (var phrase in startingWith[id])
            {
                if (phrase.Topic == topic && phrase.Runs is [[_]])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static PhraseMatch? Matches(Compiled phrase, FoldedText text, PhraseScratch scratch, int word)
    {
        var last = End(phrase.Runs[0], 0, text, scratch, word, text[word].Sentence);
        if (last < 0)
        {
            return null;
        }

        var first = word;
        for (var run = 1; run < phrase.Runs.Length; run++)
        {
            if (!Nearby(phrase.Runs[run], text, scratch, word, ref first, ref last))
            {
                return null;
            }
        }

        return phrase.Unless >= 0 && InSentence(phrase.Unless, text, scratch, word) ? null : new PhraseMatch(phrase.Topic, first, last);
    }

    private static bool Nearby(Part[] run, FoldedText text, PhraseScratch scratch, int around, ref int first, ref int last)
    {
        var sentence = text[around].Sentence;
        for (var word = Math.Max(0, around - Reach); word < Math.Min(text.Count, around + Reach); word++)
        {
            if (text[word].Sentence == sentence && End(run, 0, text, scratch, word, sentence) is var end and >= 0)
            {
                first = Math.Min(first, word);
                last = Math.Max(last, end);
                return true;
            }
        }

        return false;
    }

    /// <summary>The last word of the parts from <paramref name="part"/> on when they begin at <paramref name="word"/>, or −1.</summary>
    private static int End(Part[] run, int part, FoldedText text, PhraseScratch scratch, int word, int sentence)
    {
        var wanted = run[part];
        var mostSkipped = wanted.MayComeLater ? Gap : 0;
        for (var skipped = 0; skipped <= mostSkipped; skipped++)
        {
            var at = word + skipped;
            if (at >= text.Count || text[at].Sentence != sentence)
            {
                break;
            }

            if (scratch.Has(at, wanted.Id))
            {
                if (part + 1 == run.Length || AreOptional(run, part + 1))
                {
                    var further = part + 1 < run.Length ? End(run, part + 1, text, scratch, at + 1, sentence) : -1;
                    return Math.Max(at, further);
                }

                if (End(run, part + 1, text, scratch, at + 1, sentence) is var end and >= 0)
                {
                    return end;
                }
            }
        }

        return wanted.IsOptional && part + 1 < run.Length ? End(run, part + 1, text, scratch, word, sentence) : -1;
    }

    private static bool AreOptional(Part[] run, int from)
    {
        for (var i = from; i < run.Length; i++)
        {
            if (!run[i].IsOptional)
            {
                return false;
            }
        }

        return true;
    }

    private static bool InSentence(int id, FoldedText text, PhraseScratch scratch, int around)
    {
        var sentence = text[around].Sentence;
        for (var word = around; word >= 0 && text[word].Sentence == sentence; word--)
        {
            if (scratch.Has(word, id))
            {
                return true;
            }
        }

        for (var word = around + 1; word < text.Count && text[word].Sentence == sentence; word++)
        {
            if (scratch.Has(word, id))
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Part(int Id, bool IsOptional, bool MayComeLater);

    private sealed record Compiled(Topic Topic, Part[][] Runs, int Unless);
}
