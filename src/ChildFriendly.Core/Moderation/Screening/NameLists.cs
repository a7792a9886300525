namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>First and family names of four languages, and the names of public figures, after whom streets and schools are called.</summary>
internal sealed class NameLists
{
    private readonly HashSet<string> first = new(StringComparer.Ordinal);
    private readonly HashSet<string> family = new(StringComparer.Ordinal);
    private readonly HashSet<string> publicNames = new(StringComparer.Ordinal);
    private readonly string[] familyEndings;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> byFirst;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> byFamily;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> byPublic;

    public NameLists(IEnumerable<string> folders, IEnumerable<string> familyEndings)
    {
        this.familyEndings = [.. familyEndings];
        var reader = new FoldedText();
        foreach (var file in folders.Select(f => Path.Combine(f, "names")).Where(Directory.Exists).SelectMany(f => Directory.GetFiles(f, "*.txt")))
        {
            var name = Path.GetFileName(file);
            var list = name.StartsWith("first", StringComparison.Ordinal) ? first
                : name.StartsWith("family", StringComparison.Ordinal) ? family
                : name.StartsWith("public", StringComparison.Ordinal) ? publicNames : null;
            foreach (var line in list is null ? [] : File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#'))
            {
                reader.Read(line);
                list!.Add(string.Join(' ', Enumerable.Range(0, reader.Count).Select(w => reader.Of(w).ToString())));
            }
        }

        byFirst = first.GetAlternateLookup<ReadOnlySpan<char>>();
        byFamily = family.GetAlternateLookup<ReadOnlySpan<char>>();
        byPublic = publicNames.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool IsFirst(ReadOnlySpan<char> folded) => byFirst.Contains(folded);

    public bool IsFamily(ReadOnlySpan<char> folded) => byFamily.Contains(folded) || HasFamilyEnding(folded);

    public bool HasFamilyEnding(ReadOnlySpan<char> folded)
    {
        foreach (var ending in familyEndings)
        {
            if (folded.Length > ending.Length + 2 && folded.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two or three words together are a public figure.</summary>
    public bool IsPublic(FoldedText text, int firstWord, int lastWord)
    {
        Span<char> name = stackalloc char[64];
        var length = 0;
        for (var word = firstWord; word <= lastWord; word++)
        {
            var letters = text.Of(word);
            if (length + letters.Length + 1 > name.Length)
            {
                return false;
            }

            letters.CopyTo(name[length..]);
            length += letters.Length;
            name[length++] = ' ';
        }

        return byPublic.Contains(name[..(length - 1)]);
    }
}
