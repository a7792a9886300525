using System.Globalization;

namespace ChildFriendly.Web.Access;

/// <summary>The vote for which a device goes from child to child: a cookie on the device, for as long as lessons last.</summary>
public sealed record ClassVote(string Locality, int Number)
{
    public const string Cookie = "class";

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(4);

    /// <returns>Null where a device belongs to whoever holds it.</returns>
    public static ClassVote? Of(HttpRequest request) =>
        SiteCookies.Read(request, Cookie)?.Split('/') is [{ Length: > 0 } locality, var number]
        && locality.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            ? new ClassVote(locality, whole) : null;

    public void Begin(HttpResponse response) => SiteCookies.Write(response, Cookie, string.Create(CultureInfo.InvariantCulture, $"{Locality}/{Number}"), Lasts);

    public static void End(HttpResponse response) => SiteCookies.Remove(response, Cookie);

    /// <summary>Where the device waits for the next child.</summary>
    public string Path(string lang) => string.Create(CultureInfo.InvariantCulture, $"/{lang}/{Locality}/consultations/{Number}/class");

    /// <summary>Where the next child votes.</summary>
    public string BallotPath(string lang) => string.Create(CultureInfo.InvariantCulture, $"/{lang}/{Locality}/consultations/{Number}/vote");
}
