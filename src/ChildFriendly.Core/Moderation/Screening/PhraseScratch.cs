using System.Runtime.InteropServices;

namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>Which parts of phrases each word of a text may be; kept between texts, so that nothing is allocated.</summary>
internal sealed class PhraseScratch
{
    private readonly List<int> parts = [];
    private readonly List<int> ends = [];

    public ReadOnlySpan<int> At(int word) => CollectionsMarshal.AsSpan(parts)[(word == 0 ? 0 : ends[word - 1])..ends[word]];

    public bool Has(int word, int part) => At(word).Contains(part);

    public void Clear()
    {
        parts.Clear();
        ends.Clear();
    }

    public void Add(int[] ids) => parts.AddRange(ids);

    public void Next() => ends.Add(parts.Count);
}
