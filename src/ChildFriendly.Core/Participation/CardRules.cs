using System.Globalization;
using System.Text.RegularExpressions;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Participation;

/// <summary>Ordering and voiding of cards.</summary>
public static partial class CardRules
{
    public const int MostAtOnce = 2000;

    /// <summary>A card lives at most this long.</summary>
    public const int LongestMonths = 24;

    /// <summary>So many first uses within an hour of the night are worth a look.</summary>
    public const int ManyAtNight = 5;

    private const int NightBegins = 22;
    private const int NightEnds = 6;

    public static readonly Refusal BatchExpired = new("desk.cards.batch-expired");
    public static readonly Refusal BatchOfLostPepper = new("desk.cards.batch-of-lost-pepper");
    public static readonly Refusal IssuedToAPerson = new("desk.cards.issued-to-a-person");
    public static readonly Refusal IssuedToAClass = new("desk.cards.issued-to-a-class");
    public static readonly Refusal UnknownNumbers = new("desk.cards.unknown-numbers");
    public static readonly Refusal NoCards = new("cards.order.none");
    public static readonly Refusal TooMany = new("cards.order.too-many", MostAtOnce);
    public static readonly Refusal ValidTooShort = new("cards.order.valid-too-short");
    public static readonly Refusal ValidTooLong = new("cards.order.valid-too-long", LongestMonths);
    /// <summary>Cards were voided or made since the form was opened.</summary>
    public static readonly Refusal BatchChanged = new("cards.void.changed");
    public static readonly Refusal PrintedAlready = new("cards.order.printed-already");
    public static readonly Refusal NothingToVoid = new("cards.void.nothing");
    public static readonly Refusal NotNumbers = new("cards.void.not-numbers");

    /// <summary>New cards of a batch end with it, and are of the same pepper.</summary>
    public static Refusal? RefuseToReplace(CardBatch batch, string pepperFingerprint, DateOnly today) => batch switch
    {
        _ when batch.PepperFingerprint != pepperFingerprint => BatchOfLostPepper,
        _ when batch.ValidUntil < today => BatchExpired,
        _ => null,
    };

    public static Refusal? RefuseToOrder(int count, DateOnly validUntil, DateOnly today) => count switch
    {
        <= 0 => NoCards,
        > MostAtOnce => TooMany,
        _ when validUntil <= today => ValidTooShort,
        _ when validUntil > today.AddMonths(LongestMonths) => ValidTooLong,
        _ => null,
    };

    /// <summary>Cards are issued to an organisation: with the class, a few children would be known.</summary>
    public static Refusal? RefuseIssuedTo(string issuedTo) =>
        NamesAClass(issuedTo) ? IssuedToAClass
            : ParentConsentRules.RefuseKeeper(issuedTo) is not null || issuedTo.Contains("://", StringComparison.Ordinal) ? IssuedToAPerson
            : null;

    internal static bool NamesAClass(string organisation) =>
        NamedClass().IsMatch(PlainText.Fold(organisation)) || ClassAtTheEnd().IsMatch(organisation.Trim())
            || organisation.Split(',', ';', '(', '–').Any(p => BareClass().IsMatch(PlainText.Fold(p)));

    /// <summary>"Clasa a V-a B", "cls. 6"; a school "cu clasele I-VIII" is an organisation.</summary>
    [GeneratedRegex(@"\b((clasa|cls|cl)\.? (a )?(\d|[ivx]+\b|pregatitoare|intai|lui|doamnei|domnului)|grupa (mare|mica|mijlocie)\b)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedClass();

    /// <summary>"Școala 5 VB", "Școala 5 - VIII A", "Școala 5 6B": in capitals, so that a name that ends alike is not meant.</summary>
    [GeneratedRegex(@"([\s-][IVX]+[ -]?|\d\s+\d{1,2} ?)[A-H]$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClassAtTheEnd();

    /// <summary>"6B", "V A", "a 5-a", "a V-a B", alone or as a part of its own.</summary>
    [GeneratedRegex("^(a )?(\\d{1,2}( a)?|[ivx]+( a)?(?= )) ?[a-h]$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BareClass();

    /// <summary>A month more, but not beyond the longest life; null when that is over or nobody knows when it began.</summary>
    public static DateOnly? ProlongedUntil(DateOnly validUntil, DateOnly? madeOn)
    {
        if (madeOn?.AddMonths(LongestMonths) is not { } last || validUntil >= last)
        {
            return null;
        }

        var next = validUntil.AddMonths(1);
        return next < last ? next : last;
    }

    /// <summary>Card numbers as a person writes them: "3, 17, 20-25". Null when it is anything else.</summary>
    public static IReadOnlySet<int>? ReadNumbers(string text)
    {
        var numbers = new HashSet<int>();
        foreach (var part in Dash().Replace(text, "-").Split([',', ';', '\n', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(['-', '–']);
            if (ends.Length > 2 || !int.TryParse(ends[0], CultureInfo.InvariantCulture, out var first) || !int.TryParse(ends[^1], CultureInfo.InvariantCulture, out var last) || first < 1 || last < first || last - first > MostAtOnce)
            {
                return null;
            }

            numbers.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return numbers.Count > 0 ? numbers : null;
    }

    /// <summary>The same as a person reads them: "3, 17, 20–25".</summary>
    public static string WriteNumbers(IEnumerable<int> numbers) => string.Join(", ", numbers.Distinct().Order()
        .Select((number, place) => (Number: number, Run: number - place)).GroupBy(n => n.Run)
        .Select(run => run.Count() == 1 ? $"{run.First().Number}" : $"{run.First().Number}–{run.Last().Number}"));

    [GeneratedRegex(@"\s*[-–]\s*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dash();

    /// <summary>Hours of the night, Romanian time, in which many cards of one batch were used for the first time.</summary>
    public static IEnumerable<(DateTime Hour, int Count)> NightHours(IEnumerable<FirstUse> uses) => uses.GroupBy(u => u.Hour)
        .Where(g => g.Count() >= ManyAtNight && RomanianTime.ToLocal(g.Key).Hour is >= NightBegins or < NightEnds)
        .Select(g => (g.Key, g.Count()));
}
