using ChildFriendly.Core.Moderation.Screening;

namespace ChildFriendly.Web.Pages.Moderation;

/// <summary>What a child is asked to look at once more before sending. It is a question, never a bar.</summary>
/// <param name="Key">Its text is <c>moderation.hint.{Key}</c>.</param>
/// <param name="Words">As the child wrote them.</param>
public sealed record WritingHint(string Key, string Words)
{
    private const int Most = 5;

    public static IReadOnlyList<WritingHint> Of(Screener screener, string lang, params IEnumerable<string?> texts) =>
        [.. texts.OfType<string>().SelectMany(t => screener.Screen(lang, t).Flags.Where(f => KeyOf(f.Kind) is not null)
            .Select(f => new WritingHint(KeyOf(f.Kind)!, t.Substring(f.Start, f.Length)))).Distinct().Take(Most)];

    /// <summary>
    /// While it is being written, also the numbers to call where there is a sign of harm: what stays a draft reaches nobody. Never on a page that can
    /// be opened again.
    /// </summary>
    public static IReadOnlyList<WritingHint> WhileWriting(Screener screener, string lang, string text) =>
        [.. screener.Screen(lang, text).Concern is null ? (WritingHint[])[] : [new WritingHint("help", "")], .. Of(screener, lang, text)];

    private static string? KeyOf(FlagKind kind) => kind switch
    {
        FlagKind.Person => "name",
        FlagKind.Phone or FlagKind.Email or FlagKind.Handle or FlagKind.Contact or FlagKind.Url or FlagKind.Ip => "contact",
        FlagKind.Address or FlagKind.Place or FlagKind.School or FlagKind.Class => "where",
        FlagKind.Cnp or FlagKind.Iban or FlagKind.Card or FlagKind.Plate or FlagKind.Document or FlagKind.Birthdate => "number",
        FlagKind.Insult => "insult",
        FlagKind.Caps => "caps",
        _ => null,
    };
}
