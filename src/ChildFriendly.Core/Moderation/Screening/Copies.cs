namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>What a text says, short enough to keep and to compare: its groups of three words as numbers.</summary>
public sealed class TextFingerprint
{
    private readonly HashSet<int> groups;

    internal TextFingerprint(FoldedText text)
    {
        groups = [];
        for (var word = 0; word < Math.Max(1, text.Count - 2) && text.Count > 0; word++)
        {
            var group = default(HashCode);
            for (var i = word; i < Math.Min(text.Count, word + 3); i++)
            {
                group.Add(string.GetHashCode(text.Of(i), StringComparison.Ordinal));
            }

            groups.Add(group.ToHashCode());
        }
    }

    /// <summary>At least seven of ten groups are the same: the same words, perhaps with one changed. Holds within one process.</summary>
    public bool IsLike(TextFingerprint other)
    {
        var common = groups.Count(other.groups.Contains);
        return common > 0 && common * 10 >= (groups.Count + other.groups.Count - common) * 7;
    }
}

/// <summary>One sentence again and again.</summary>
internal static class Copies
{
    private const int LeastLetters = 8;
    private const int LeastTimes = 3;

    public static void Find(Reading reading)
    {
        var text = reading.Text;
        for (var word = 0; word + 2 < text.Count;)
        {
            var end = EndOf(text, word);
            var times = 1;
            var next = end;
            while (next < text.Count && EndOf(text, next) is var nextEnd && Same(text, word, end, next, nextEnd))
            {
                times++;
                next = nextEnd;
            }

            if (times >= LeastTimes && text[end - 1].End - text[word].Start >= LeastLetters)
            {
                reading.Flag(FlagKind.Copy, end, next - 1);
            }

            word = next;
        }
    }

    private static int EndOf(FoldedText text, int word)
    {
        var sentence = text[word].Sentence;
        while (word < text.Count && text[word].Sentence == sentence)
        {
            word++;
        }

        return word;
    }

    private static bool Same(FoldedText text, int first, int end, int otherFirst, int otherEnd)
    {
        if (end - first != otherEnd - otherFirst)
        {
            return false;
        }

        for (var i = 0; i < end - first; i++)
        {
            if (!text.Of(first + i).SequenceEqual(text.Of(otherFirst + i)))
            {
                return false;
            }
        }

        return true;
    }
}
