namespace ChildFriendly.Web.Access;

/// <summary>
/// What the next page says was done. A cookie that lives for one page and not a part of the address: nobody can send somebody a link
/// that claims something was done.
/// </summary>
public static class Told
{
    public const string Cookie = "cfl-told";

    /// <summary>Said where a device that was given cookies brought none back: the only thing an address can make a page say.</summary>
    public const string NoCookies = "no-cookies";

    public static void Remember(HttpResponse response, string told) => SiteCookies.Write(response, Cookie, told, TimeSpan.FromMinutes(1));
}
