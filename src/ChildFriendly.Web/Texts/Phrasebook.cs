using System.Collections.Frozen;
using System.Text.Json;

namespace ChildFriendly.Web.Texts;

/// <summary>All interface texts of all languages, read once from <c>localization/{lang}.json</c>.</summary>
public sealed class Phrasebook
{
    /// <summary>What texts that only staff or operators meet are called; languages for the public do without them.</summary>
    private static readonly string[] StaffTexts =
    [
        "desk.", "staff.", "cards.order.", "cards.void.", "national.", "program.", "role.", "phase.", "moderation.case.", "consultations.announce.", "consultations.decide.",
        "focus-groups.record.", "focus-groups.link.", "plan.measure.", "plan.progress.", "council.recommendation.", "initiatives.answer.not",
        "initiatives.answer.reason", "initiatives.review.", "stage.ModerationStage.", "stage.FindingStage.", "stage.NotedStage.", "stage.RedactionStage.", "stage.ReportStage.", "stage.MediaStage.", "stage.CardStage.",
        "stage.ConsentStage.", "stage.InvitationStage.", "stage.SessionStage.", "stage.SafeguardingStage.",
    ];

    private readonly FrozenDictionary<string, FrozenDictionary<string, Phrase>> languages;

    private Phrasebook(FrozenDictionary<string, FrozenDictionary<string, Phrase>> languages) => this.languages = languages;

    public static Phrasebook Load(string folder) => new(Languages.All.ToFrozenDictionary(
        l => l.Code, l => Read(Path.Combine(folder, $"{l.Code}.json"), l.Code), StringComparer.Ordinal));

    public static bool IsForStaff(string key) => StaffTexts.Any(p => key.StartsWith(p, StringComparison.Ordinal));

    public IEnumerable<string> KeysOf(string lang) => languages[lang].Keys;

    public bool Has(string lang, string key) => languages[lang].ContainsKey(key);

    /// <summary>A text that is missing is a defect and throws, except in a language for key pages, which borrows from the default one.</summary>
    public Phrase Find(string lang, string key) => languages[lang].TryGetValue(key, out var phrase) ? phrase
        : Languages.IsComplete(lang) ? throw new KeyNotFoundException($"No text '{key}' in {lang}.")
        : Find(Languages.Default, key);

    private static FrozenDictionary<string, Phrase> Read(string file, string lang)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.EnumerateObject().ToFrozenDictionary(
            p => p.Name,
            p => p.Value.ValueKind == JsonValueKind.String
                ? new Phrase(lang, p.Value.GetString()!, null)
                : new Phrase(lang, "", p.Value.EnumerateObject().ToFrozenDictionary(f => f.Name, f => f.Value.GetString()!, StringComparer.Ordinal)),
            StringComparer.Ordinal);
    }
}

/// <summary>A text, or one form for each plural category of its language.</summary>
public sealed record Phrase(string Lang, string Text, FrozenDictionary<string, string>? Forms)
{
    public string For(long count) => Forms is null ? Text : Forms[Plurals.CategoryOf(Lang, count)];
}
