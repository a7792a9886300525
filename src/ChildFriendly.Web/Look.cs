using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;

namespace ChildFriendly.Web;

public enum Typeface
{
    Standard,
    Dyslexic,
}

public enum Spacing
{
    Standard,
    Wide,
}

public enum Scheme
{
    /// <summary>As the device is set.</summary>
    Device,
    Light,
    Dark,
    Contrast,
}

/// <summary>
/// How somebody wants the pages to look: kept in a cookie on their device, without an account, and forgotten with "I'm done". Part
/// of the key under which public pages are kept.
/// </summary>
/// <param name="Register">Null: by the card's age band, and 11–17 without a card.</param>
public sealed record Look(Register? Register, Typeface Typeface, Spacing Spacing, Scheme Scheme)
{
    public const string Cookie = "cfl-look";

    public static readonly Look Standard = new(null, Typeface.Standard, Spacing.Standard, Scheme.Device);

    private const char Separator = '.';

    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    public static Look Of(HttpRequest request) => Parse(SiteCookies.Read(request, Cookie));

    /// <summary>What <see cref="ToString"/> wrote; anything that is not one of our choices counts as not chosen.</summary>
    public static Look Parse(string? kept)
    {
        var parts = (kept ?? "").Split(Separator);
        return new Look(Read<Register>(0), Read<Typeface>(1) ?? default, Read<Spacing>(2) ?? default, Read<Scheme>(3) ?? default);

        T? Read<T>(int i)
            where T : struct, Enum =>
            i < parts.Length && Enum.GetNames<T>().Contains(parts[i], StringComparer.Ordinal) ? Enum.Parse<T>(parts[i]) : null;
    }

    public void Keep(HttpResponse response) => SiteCookies.Write(response, Cookie, ToString(), Kept);

    /// <summary>Style classes of the page.</summary>
    public string Classes => string.Join(' ', new[]
    {
        Typeface == Typeface.Standard ? null : "type-dyslexic",
        Spacing == Spacing.Standard ? null : "spacing-wide",
        Scheme == Scheme.Device ? null : $"scheme-{Scheme.ToString().ToLowerInvariant()}",
    }.OfType<string>());

    public override string ToString() => $"{Register}{Separator}{Typeface}{Separator}{Spacing}{Separator}{Scheme}";
}
