using System.Globalization;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Web.Texts;

/// <summary>The words that nicknames and ballot receipts are made of.</summary>
public sealed class WordLists
{
    private readonly List<Animal> animals;
    private readonly List<Adjective> adjectives;
    private readonly List<ReceiptWord> receipts;

    private WordLists(string folder)
    {
        animals = CsvTable.Read(Path.Combine(folder, "animals.csv")).ConvertAll(r => new Animal(r["key"], r["ro"], r["gender"], r["en"]));
        adjectives = CsvTable.Read(Path.Combine(folder, "adjectives.csv")).ConvertAll(r => new Adjective(r["key"], r["ro_m"], r["ro_f"], r["en"]));
        receipts = CsvTable.Read(Path.Combine(folder, "receipts.csv")).ConvertAll(r => new ReceiptWord(r["ro"], r["en"]));
        if (receipts.Count != 256)
        {
            throw new InvalidDataException("One receipt word stands for one byte: 256 are needed.");
        }
    }

    public static WordLists Load(string folder) => new(folder);

    /// <summary>A few different nicknames to choose from.</summary>
    public IReadOnlyList<Nickname> Offer(int count, Random random) =>
        Enumerable.Range(0, count * 8)
            .Select(_ => new Nickname(adjectives[random.Next(adjectives.Count)].Key, animals[random.Next(animals.Count)].Key))
            .DistinctBy(n => n.Animal, StringComparer.Ordinal).Take(count).ToList();

    public bool Knows(Nickname nickname) =>
        adjectives.Any(a => a.Key == nickname.Adjective) && animals.Any(a => a.Key == nickname.Animal);

    public string NameOf(Nickname nickname, string lang)
    {
        var adjective = adjectives.First(a => a.Key == nickname.Adjective);
        var animal = animals.First(a => a.Key == nickname.Animal);
        var name = lang == "ro" ? $"{animal.Ro} {(animal.Gender == "f" ? adjective.RoF : adjective.RoM)}" : $"{adjective.En} {animal.En}";
        return char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..];
    }

    public string ReceiptOf(ReadOnlySpan<byte> code, string lang)
    {
        var words = new List<string>(code.Length);
        foreach (var part in code)
        {
            words.Add(lang == "ro" ? receipts[part].Ro : receipts[part].En);
        }

        return string.Join(" · ", words);
    }

    private sealed record Animal(string Key, string Ro, string Gender, string En);

    private sealed record Adjective(string Key, string RoM, string RoF, string En);

    private sealed record ReceiptWord(string Ro, string En);
}
