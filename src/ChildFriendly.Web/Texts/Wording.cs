using System.Globalization;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Html;

namespace ChildFriendly.Web.Texts;

/// <summary>The texts of one language, with its dates and numbers. A missing key is a defect and throws.</summary>
public sealed class Wording(Phrasebook book, string lang)
{
    public string Lang { get; } = lang;

    /// <summary>In the young register a text named <c>key@young</c> is taken where there is one.</summary>
    public Register Register { get; set; }

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(lang switch { "ro" => "ro-RO", "en" => "en-GB", "hu" => "hu-HU", "uk" => "uk-UA", "rom" => "ro-RO", var other => other });

    /// <summary>The same texts in another language, for a page that speaks two.</summary>
    public Wording In(string language) => new(book, language);

    public string this[string key] => Find(key).Text is { Length: > 0 } text ? text : throw new KeyNotFoundException($"'{key}' needs a count.");

    /// <summary>Fills the named places, as in <c>{name}</c>.</summary>
    public string this[string key, params ReadOnlySpan<(string Name, object Value)> values] => Fill(this[key], values);

    public bool Has(string key) => book.Has(Lang, key) || (!Languages.IsComplete(Lang) && book.Has(Languages.Default, key));

    /// <summary>The language of a text that this one had to borrow; null for its own.</summary>
    public string? Borrowed(string key) => Find(key).Lang is var lang && lang != Lang ? lang : null;

    /// <summary>The plural form for a count, which fills <c>{count}</c>.</summary>
    public string Count(string key, long count, params ReadOnlySpan<(string Name, object Value)> values) =>
        Fill(Find(key).For(count), values).Replace("{count}", Number(count), StringComparison.Ordinal);

    /// <summary>The name of an enumeration's value: <c>stage.published</c> for InitiativeStage.Published under "stage".</summary>
    public string Of(string group, Enum value) => this[$"{group}.{value}"];

    /// <summary>A child's words, or what stands in their place once they were taken down.</summary>
    public string Or(string words, string key) => words.Length > 0 ? words : this[key];

    /// <summary>What a child's words are marked as; null where ours stand in their place.</summary>
    public static string? LanguageOf(string words, string language) => words.Length > 0 ? language : null;

    public string Number(long number) => number.ToString("N0", Culture);

    public string Date(DateOnly date) => date.ToString(DatePattern, Culture);

    public string Date(DateTime instant) => Date(RomanianTime.DateOf(instant));

    public string Moment(DateTime instant) => RomanianTime.ToLocal(instant).ToString($"{DatePattern}, HH:mm", Culture);

    /// <summary>To the second, for what is about to happen.</summary>
    public string Time(DateTime instant) => RomanianTime.ToLocal(instant).ToString("HH:mm:ss", Culture);

    /// <summary>Whole lei; bani are shown only where there are any.</summary>
    public string Lei(long bani) => (bani / 100m).ToString(bani % 100 == 0 ? "N0" : "N2", Culture) + "\u00A0" + Find("money.lei").For(bani / 100);

    /// <summary>Hungarian dates go from the year to the day.</summary>
    private string DatePattern => Lang == "hu" ? "yyyy. MMMM d." : "d MMMM yyyy";

    public IComparer<string> Order => StringComparer.Create(Culture, CompareOptions.IgnoreCase);

    /// <summary>For a script that fills places and counts itself.</summary>
    public Phrase Phrase(string key) => Find(key);

    /// <summary>Fills the named places with words that carry their own language.</summary>
    public IHtmlContent Marked(string key, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var marked = new HtmlContentBuilder();
        var rest = this[key].AsSpan();
        while (rest.IndexOf('{') is >= 0 and var begin && rest[begin..].IndexOf('}') is > 0 and var length)
        {
            var name = rest.Slice(begin + 1, length - 1).ToString();
            marked.Append(rest[..begin].ToString());
            foreach (var (place, value) in values)
            {
                if (place == name)
                {
                    _ = value is IHtmlContent html ? marked.AppendHtml(html) : marked.Append(Convert.ToString(value, CultureInfo.InvariantCulture)!);
                }
            }

            rest = rest[(begin + length + 1)..];
        }

        return marked.Append(rest.ToString());
    }

    private Phrase Find(string key) =>
        book.Find(Lang, Register == Register.Young && book.Has(Lang, $"{key}@young") ? $"{key}@young" : key);

    private static string Fill(string text, ReadOnlySpan<(string Name, object Value)> values)
    {
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        return text;
    }
}
