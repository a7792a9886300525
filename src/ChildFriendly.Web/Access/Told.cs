namespace ChildFriendly.Web.Access;

/// <summary>
/// What the next page says was done. A cookie that lives for one page and not a part of the address: nobody can send somebody a link
/// that claims something was done.
/// </summary>
public static class Told
{
    public const string Cookie = "cfl-told";

    public static void Remember(HttpResponse response, string told) => SiteCookies.Write(response, Cookie, told, TimeSpan.FromMinutes(1));
}
