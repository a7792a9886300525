using System.Globalization;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Web.Texts;

/// <summary>The words that nicknames and ballot receipts are made of.</summary>
public sealed class WordLists
{
    private readonly List<IReadOnlyDictionary<string, string>> animals;
    private readonly List<IReadOnlyDictionary<string, string>> adjectives;
    private readonly List<IReadOnlyDictionary<string, string>> receipts;

    /// <summary>By language, then by folded word.</summary>
    private readonly Dictionary<string, Dictionary<string, byte>> byWord;

    private WordLists(string folder)
    {
        animals = CsvTable.Read(Path.Combine(folder, "animals.csv"));
        adjectives = CsvTable.Read(Path.Combine(folder, "adjectives.csv"));
        receipts = CsvTable.Read(Path.Combine(folder, "receipts.csv"));
        if (receipts.Count != 256)
        {
            throw new InvalidDataException("One receipt word stands for one byte: 256 are needed.");
        }

        byWord = Languages.All.Where(l => Languages.IsComplete(l.Code))
            .ToDictionary(l => l.Code, l => receipts.Select((r, i) => (Word: PlainText.Fold(r[l.Code]), Byte: (byte)i)).ToDictionary(w => w.Word, w => w.Byte, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    public static WordLists Load(string folder) => new(folder);

    /// <summary>A few different nicknames to choose from.</summary>
    public IReadOnlyList<Nickname> Offer(int count, Random random) =>
        Enumerable.Range(0, count * 8)
            .Select(_ => new Nickname(adjectives[random.Next(adjectives.Count)]["key"], animals[random.Next(animals.Count)]["key"]))
            .DistinctBy(n => n.Animal, StringComparer.Ordinal).Take(count).ToList();

    public bool Knows(Nickname nickname) =>
        adjectives.Exists(a => a["key"] == nickname.Adjective) && animals.Exists(a => a["key"] == nickname.Animal);

    public string NameOf(Nickname nickname, string lang)
    {
        lang = Languages.IsComplete(lang) ? lang : Languages.Default;
        var adjective = adjectives.First(a => a["key"] == nickname.Adjective);
        var animal = animals.First(a => a["key"] == nickname.Animal);
        var name = lang switch
        {
            "ro" => $"{animal["ro"]} {adjective[$"ro_{animal["gender"]}"]}",
            "uk" => $"{adjective[$"uk_{animal["uk_gender"]}"]} {animal["uk"]}",
            _ => $"{adjective[lang]} {animal[lang]}",
        };
        return char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..];
    }

    /// <summary>
    /// The bytes that so many words stand for, once for each language in which all of them are words of the list: in any case, with or without
    /// diacritics, however they are divided. A word that means one thing in one language and another in a second makes two readings.
    /// </summary>
    public IReadOnlyList<byte[]> ReadWords(string? typed, int count)
    {
        var parts = PlainText.Fold(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length != count ? [] : [.. byWord.Values.Where(known => Array.TrueForAll(parts, known.ContainsKey)).Select(known => Array.ConvertAll(parts, p => known[p]))];
    }

    /// <summary>As they stand in an address: without diacritics, with hyphens.</summary>
    public string PlainWordsOf(ReadOnlySpan<byte> code)
    {
        var words = new List<string>(code.Length);
        foreach (var part in code)
        {
            words.Add(PlainText.Fold(receipts[part][Languages.Default]));
        }

        return string.Join('-', words);
    }

    public string ReceiptOf(ReadOnlySpan<byte> code, string lang)
    {
        lang = Languages.IsComplete(lang) ? lang : Languages.Default;
        var words = new List<string>(code.Length);
        foreach (var part in code)
        {
            words.Add(receipts[part][lang]);
        }

        // The dot stays with the word before it where the line breaks.
        return string.Join("\u00A0· ", words);
    }
}
