namespace ChildFriendly.Web.Access;

/// <summary>
/// All cookies of the portal. Over https they carry the prefix that browsers accept only from this host, over https and for all of its
/// addresses; over plain loopback http, which only a development machine and the demonstration use, the same without it.
/// </summary>
public static class SiteCookies
{
    public const string Prefix = "__Host-";

    public static string? Read(HttpRequest request, string name) => request.Cookies[Named(request, name)];

    /// <summary>Under either name: nobody's page is kept for others because of how it was asked for.</summary>
    public static bool Has(HttpRequest request, string name) => request.Cookies.ContainsKey(name) || request.Cookies.ContainsKey(Prefix + name);

    /// <param name="kept">Null: until the browser is closed.</param>
    public static void Write(HttpResponse response, string name, string value, TimeSpan? kept) =>
        response.Cookies.Append(Named(response.HttpContext.Request, name), value, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = response.HttpContext.Request.IsHttps,
            IsEssential = true,
            MaxAge = kept,
        });

    public static void Remove(HttpResponse response, string name) => response.Cookies.Delete(
        Named(response.HttpContext.Request, name), new CookieOptions { Secure = response.HttpContext.Request.IsHttps });

    private static string Named(HttpRequest request, string name) => request.IsHttps ? Prefix + name : name;
}
