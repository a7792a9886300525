using System.Runtime.InteropServices;

namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>One text while it is screened: its words, what the lists know about them, and what has been found so far.</summary>
internal sealed class Reading
{
    private readonly List<PhraseMatch> matches = [];
    private readonly PhraseScratch scratch = new();
    private ulong[] topics = new ulong[256];

    public FoldedText Text { get; } = new();

    public List<Flag> Flags { get; } = [];

    public string Source => Text.Source;

    public int Count => Text.Count;

    /// <summary>The language that the words are of, where it can be told; else the one that was stated.</summary>
    public string Language { get; private set; } = "";

    public string StatedLanguage { get; private set; } = "";

    public ReadOnlySpan<PhraseMatch> Matches => CollectionsMarshal.AsSpan(matches);

    public void Read(string lang, string text, IReadOnlyList<PhraseBook> books)
    {
        Flags.Clear();
        matches.Clear();
        Text.Read(text);
        if (topics.Length < Count)
        {
            topics = new ulong[Count * 2];
        }

        topics.AsSpan(0, Count).Clear();
        Span<int> common = stackalloc int[books.Count];
        for (var i = 0; i < books.Count; i++)
        {
            var before = matches.Count;
            books[i].Find(Text, scratch, matches);
            for (var m = before; m < matches.Count; m++)
            {
                common[i] += matches[m].Topic == Topic.Common ? 1 : 0;
                Mark(matches[m]);
            }
        }

        StatedLanguage = lang;
        Language = LanguageGuess.Of(this, lang, books, common);
    }

    /// <summary>What was written does not stay in memory with the buffers.</summary>
    public void Forget()
    {
        matches.Clear();
        Text.Forget();
    }

    /// <summary>Whether the word alone is listed under the topic.</summary>
    public bool Is(int word, Topic topic) => word >= 0 && word < Count && (topics[word] & (1UL << (int)topic)) != 0;

    /// <summary>Any of these topics.</summary>
    public bool Is(int word, params ReadOnlySpan<Topic> any)
    {
        foreach (var topic in any)
        {
            if (Is(word, topic))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Only blanks, and at most one of the signs, between a word and the next.</summary>
    public bool IsJoined(int word, string signs)
    {
        if (word < 0 || word + 1 >= Count)
        {
            return false;
        }

        foreach (var c in Text.Between(word, word + 1))
        {
            if (c is not (' ' or '\u00A0') && !signs.Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    public bool IsWholeNumber(int word, int leastDigits, int mostDigits) =>
        word >= 0 && word < Count && Text[word].IsNumber && Text[word].FoldedLength >= leastDigits && Text[word].FoldedLength <= mostDigits;

    public void Flag(FlagKind kind, int firstWord, int lastWord) => FlagRange(kind, Text[firstWord].Start, Text[lastWord].End);

    /// <summary>What has a flag of a more exact kind already is not flagged again.</summary>
    public void FlagRange(FlagKind kind, int start, int end)
    {
        if (!IsFlagged(start, end, kind))
        {
            Flags.Add(new Flag(kind, start, end - start));
        }
    }

    public bool IsFlagged(int start, int end)
    {
        foreach (var flag in CollectionsMarshal.AsSpan(Flags))
        {
            if (flag.Start < end && start < flag.End)
            {
                return true;
            }
        }

        return false;
    }

    public bool IsFlagged(int word) => IsFlagged(Text[word].Start, Text[word].End);

    private bool IsFlagged(int start, int end, FlagKind kind)
    {
        foreach (var flag in CollectionsMarshal.AsSpan(Flags))
        {
            if (flag.Kind == kind && flag.Start < end && start < flag.End)
            {
                return true;
            }
        }

        return false;
    }

    private void Mark(PhraseMatch match)
    {
        // Of two words for a street ("P-ța") the second stands for both.
        if (match.First == match.Last || match.Topic == Topic.StreetBefore)
        {
            topics[match.Last] |= 1UL << (int)match.Topic;
        }
    }
}
