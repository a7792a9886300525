using System.Security.Cryptography;
using System.Text;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Pages.Shared;
using ChildFriendly.Web.Texts;

namespace ChildFriendly.Web.Commands;

public enum TranslationFault
{
    Missing,

    /// <summary>The default language does not have it (any more).</summary>
    Unused,

    /// <summary>So much longer than the original that it may not fit where it stands.</summary>
    TooLong,

    /// <summary>The original was changed after it was translated.</summary>
    Changed,
}

/// <param name="Key">A text's key, or <c>pages/{name}</c>.</param>
public sealed record TranslationTask(string Lang, TranslationFault Fault, string Key);

/// <summary>
/// What translators have to do. <c>localization/translated.csv</c> remembers by language and key which original a translation was
/// made from, so that a change of the original is noticed.
/// </summary>
public sealed class Translations(string root)
{
    /// <summary>Half as long again; short words may well be longer.</summary>
    private const double MostTimes = 1.6;

    private const int ShortText = 40;

    private readonly string memory = Path.Combine(root, "localization", "translated.csv");
    private readonly Phrasebook book = Phrasebook.Load(Path.Combine(root, "localization"));

    public IReadOnlyList<TranslationTask> Tasks()
    {
        var remembered = Remembered();
        var tasks = new List<TranslationTask>();
        foreach (var lang in Others())
        {
            var originals = Originals(Languages.Default, lang);
            var here = Originals(lang, lang);
            // A language for key pages borrows what it does not have.
            tasks.AddRange(originals.Keys.Except(here.Keys, StringComparer.Ordinal).Where(_ => Languages.IsComplete(lang))
                .Select(k => new TranslationTask(lang, TranslationFault.Missing, k)));
            tasks.AddRange(here.Keys.Except(originals.Keys, StringComparer.Ordinal).Select(k => new TranslationTask(lang, TranslationFault.Unused, k)));
            foreach (var (key, text) in here.Where(t => originals.ContainsKey(t.Key)))
            {
                if (text.Length > ShortText && text.Length > MostTimes * originals[key].Length)
                {
                    tasks.Add(new TranslationTask(lang, TranslationFault.TooLong, key));
                }

                if (remembered.TryGetValue((lang, key), out var mark) && mark != MarkOf(originals[key]))
                {
                    tasks.Add(new TranslationTask(lang, TranslationFault.Changed, key));
                }
            }
        }

        return tasks.OrderBy(t => t.Lang, StringComparer.Ordinal).ThenBy(t => t.Fault).ThenBy(t => t.Key, StringComparer.Ordinal).ToList();
    }

    /// <summary>Says that this language is translated from the originals as they are now.</summary>
    public void Accept(string lang)
    {
        var remembered = Remembered();
        foreach (var key in remembered.Keys.Where(k => k.Lang == lang).ToList())
        {
            remembered.Remove(key);
        }

        var originals = Originals(Languages.Default, lang);
        foreach (var key in Originals(lang, lang).Keys.Where(originals.ContainsKey))
        {
            remembered[(lang, key)] = MarkOf(originals[key]);
        }

        File.WriteAllLines(memory, ["lang,key,original", .. remembered.OrderBy(r => r.Key.Lang, StringComparer.Ordinal)
            .ThenBy(r => r.Key.Key, StringComparer.Ordinal).Select(r => $"{r.Key.Lang},{r.Key.Key},{r.Value}")]);
    }

    private static IEnumerable<string> Others() => Languages.All.Select(l => l.Code).Where(c => c != Languages.Default);

    /// <summary>Texts and pages of one language, as far as readers of another need them.</summary>
    private Dictionary<string, string> Originals(string lang, string reader)
    {
        var texts = book.KeysOf(lang).Where(k => Languages.IsForStaff(reader) || !Phrasebook.IsForStaff(k))
            .ToDictionary(k => k, k => TextOf(book.Find(lang, k)), StringComparer.Ordinal);
        var pages = Path.Combine(root, "content", "pages", lang);
        foreach (var file in Directory.Exists(pages) ? Directory.EnumerateFiles(pages, "*.md") : [])
        {
            // Of the adults' pages only the first, about the initiative, is for everybody.
            var name = Path.GetFileNameWithoutExtension(file);
            if (Languages.IsForStaff(reader) || !Sections.ForAdults.Skip(1).Contains(name, StringComparer.Ordinal))
            {
                texts[$"pages/{name}"] = File.ReadAllText(file);
            }
        }

        return texts;
    }

    private Dictionary<(string Lang, string Key), string> Remembered() => File.Exists(memory)
        ? CsvTable.Read(memory).ToDictionary(r => (r["lang"], r["key"]), r => r["original"])
        : [];

    private static string TextOf(Phrase phrase) => phrase.Forms is null ? phrase.Text : phrase.Forms["other"];

    private static string MarkOf(string original) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(original)))[..12];
}
