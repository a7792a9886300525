namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>One place of a phrase: any of these words, or of words that begin so.</summary>
internal sealed record PhrasePart(IReadOnlyList<string> Exact, IReadOnlyList<string> Beginnings, bool IsOptional, bool MayComeLater);

/// <summary>Parts that stand one behind the other.</summary>
internal sealed record PhraseRun(IReadOnlyList<PhrasePart> Parts);

/// <summary>Runs that stand in one sentence in any order, without any of the words of <c>Unless</c> in that sentence.</summary>
internal sealed record Phrase(Topic Topic, IReadOnlyList<PhraseRun> Runs, PhrasePart? Unless);

/// <summary>
/// Reads a word list. The notation is explained in content/screening/README.md: <c>[topic]</c>, <c>word</c>, <c>begin*</c>, <c>stem$endings</c>,
/// <c>one|other</c>, <c>@set</c>, <c>part?</c>, <c>..</c>, <c>run &amp; run</c>, <c>-unless</c>, <c>@set = …</c>, <c>$endings = …</c>.
/// </summary>
internal sealed class PhraseNotation
{
    private readonly Dictionary<string, PhrasePart> sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> endings = new(StringComparer.Ordinal);
    private readonly FoldedText reader = new();
    private Topic? topic;

    public IEnumerable<Phrase> Read(string path)
    {
        topic = null;
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            Phrase? phrase;
            try
            {
                phrase = ReadLine(line.Trim());
            }
            catch (FormatException e)
            {
                throw new InvalidDataException($"{path}, line {number}: {e.Message}", e);
            }

            if (phrase is not null)
            {
                yield return phrase;
            }
        }
    }

    private Phrase? ReadLine(string line)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return null;
        }

        if (line[0] == '[')
        {
            topic = Enum.TryParse<Topic>(line.Trim('[', ']').Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var named)
                ? named
                : throw new FormatException("unknown topic");
            return null;
        }

        if (line[0] is '@' or '$' && line.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var meaning] && !name.Contains(' ', StringComparison.Ordinal))
        {
            Define(name, meaning);
            return null;
        }

        return PhraseOf(line);
    }

    private void Define(string name, string meaning)
    {
        if (name[0] == '$')
        {
            endings[name[1..]] = [.. meaning.Split(',', StringSplitOptions.TrimEntries).Select(e => e.Length == 0 ? "" : Fold(e))];
        }
        else
        {
            sets[name[1..]] = PartOf(string.Join('|', meaning.Split(' ', StringSplitOptions.RemoveEmptyEntries)), mayComeLater: false);
        }
    }

    private Phrase PhraseOf(string line)
    {
        var runs = new List<PhraseRun>();
        var parts = new List<PhrasePart>();
        PhrasePart? unless = null;
        var mayComeLater = false;
        foreach (var piece in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (piece)
            {
                case "&":
                    runs.Add(new PhraseRun(parts));
                    parts = [];
                    break;
                case "..":
                    mayComeLater = true;
                    break;
                case ['-', .. var words]:
                    unless = PartOf(words, mayComeLater: false);
                    break;
                default:
                    parts.Add(PartOf(piece, mayComeLater));
                    mayComeLater = false;
                    break;
            }
        }

        runs.Add(new PhraseRun(parts));
        return runs.TrueForAll(r => r.Parts.Any(p => !p.IsOptional))
            ? new Phrase(topic ?? throw new FormatException("a phrase before the first topic"), runs, unless)
            : throw new FormatException("nothing that must be there");
    }

    private PhrasePart PartOf(string piece, bool mayComeLater)
    {
        var isOptional = piece.EndsWith('?');
        var exact = new List<string>();
        var beginnings = new List<string>();
        foreach (var word in piece.TrimEnd('?').Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '@')
            {
                var set = sets.GetValueOrDefault(word[1..]) ?? throw new FormatException($"unknown set {word}");
                exact.AddRange(set.Exact);
                beginnings.AddRange(set.Beginnings);
            }
            else if (word[^1] == '*')
            {
                beginnings.Add(Fold(word[..^1]));
            }
            else if (word.IndexOf('$', StringComparison.Ordinal) is var cut and > 0)
            {
                var stem = Fold(word[..cut]);
                exact.AddRange((endings.GetValueOrDefault(word[(cut + 1)..]) ?? throw new FormatException($"unknown endings {word}")).Select(e => stem + e));
            }
            else
            {
                exact.Add(Fold(word));
            }
        }

        return new PhrasePart(exact, beginnings, isOptional, mayComeLater);
    }

    private string Fold(string word)
    {
        reader.Read(word);
        return reader.Count == 1 ? reader.Of(0).ToString() : throw new FormatException($"not one word: {word}");
    }
}
