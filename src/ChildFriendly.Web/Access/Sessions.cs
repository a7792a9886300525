using System.Security.Claims;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Access;

/// <summary>Two kinds of session with a cookie each: a child's, which knows a card, and a staff member's.</summary>
public static class Sessions
{
    public const string Child = "Child";
    public const string Staff = "Staff";
    public const string ChildCookie = "cfl-child";
    public const string StaffCookie = "cfl-staff";

    public static readonly TimeSpan ChildIdle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan StaffIdle = TimeSpan.FromHours(2);

    /// <summary>Behind the name of the cookie of a session that was ended.</summary>
    public const string Ended = "-ended";

    private const string CardClaim = "card";
    private const string StaffClaim = "staff";
    private const string SessionClaim = "session";
    private const string StampClaim = "stamp";

    public static Task BeginChildAsync(this HttpContext http, Card card) =>
        http.SignInAsync(Child, new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(CardClaim, card.Id.ToString()), new Claim(StampClaim, card.SessionKey.ToString())], Child)));

    public static Task BeginStaffAsync(this HttpContext http, StaffAccount account, StaffSession session) =>
        http.SignInAsync(Staff, new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(StaffClaim, account.Id.ToString()), new Claim(SessionClaim, session.Id.ToString()), new Claim(StampClaim, account.SecurityStamp)], Staff)));

    /// <summary>"I'm done": no cookie of this card opens anything any more, wherever it was used, and the device forgets.</summary>
    public static async Task EndChildAsync(this HttpContext http, ChildFriendlyDb db)
    {
        if (await db.Cards.SingleOrDefaultAsync(c => c.Id == http.User.CardId()) is { } card)
        {
            card.EndSessions();
            await db.TrySaveAsync();
        }

        await http.ForgetChildAsync();
    }

    /// <summary>The device forgets who was here and how pages should look.</summary>
    public static async Task ForgetChildAsync(this HttpContext http)
    {
        await http.SignOutAsync(Child);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        SiteCookies.Remove(http.Response, Look.Cookie);
    }

    /// <summary>Ends the session and remembers for a while whose it was: a form that is still open in another window is kept for them alone.</summary>
    public static async Task EndStaffAsync(this HttpContext http)
    {
        var ended = SiteCookies.Read(http.Request, StaffCookie);
        await http.SignOutAsync(Staff);
        if (ended is not null)
        {
            SiteCookies.Write(http.Response, StaffCookie + Ended, ended, PendingForms.Kept);
        }
    }

    public static Guid? CardId(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(CardClaim), out var id) ? id : null;

    public static Guid? StaffId(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(StaffClaim), out var id) ? id : null;

    public static Guid? StaffSessionId(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(SessionClaim), out var id) ? id : null;

    public static bool HasStampOf(this ClaimsPrincipal user, StaffAccount account) => user.FindFirstValue(StampClaim) == account.SecurityStamp;

    public static bool HasStampOf(this ClaimsPrincipal user, Card card) => user.FindFirstValue(StampClaim) == card.SessionKey.ToString();

    public static void ConfigureCookie(CookieAuthenticationOptions options, string name, TimeSpan idle, bool isSecure)
    {
        options.Cookie.Name = isSecure ? SiteCookies.Prefix + name : name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = idle;
        options.SlidingExpiration = true;
    }
}
