using System.Collections.Concurrent;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Participation;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChildFriendly.Web.Access;

/// <summary>A form that somebody sent after their session had ended.</summary>
public sealed record PendingForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, DateTimeOffset At);

/// <summary>
/// Keeps what was typed, in memory and for half an hour, until the same card or account signs in again. Nobody else gets it, and
/// of a ballot only the words are kept: anything else would tie a choice to a card.
/// </summary>
public sealed class PendingForms(TimeProvider clock, IOptionsMonitor<CookieAuthenticationOptions> cookies)
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private const int MostAtOnce = 500;

    private readonly ConcurrentDictionary<Guid, PendingForm> forms = new();

    /// <summary>
    /// Whose the ended session was is read from its cookie, which still proves it; only what that same person typed into a form drawn for them
    /// is kept, and only words: nothing that a single press would do.
    /// </summary>
    /// <returns>Whether it waits.</returns>
    public async Task<bool> KeepAsync(HttpRequest request, string scheme, ChildFriendlyDb db, CardPepper pepper)
    {
        var options = cookies.Get(scheme);
        if (!request.HasFormContentType
            || (options.CookieManager.GetRequestCookie(request.HttpContext, options.Cookie.Name!) ?? SiteCookies.Read(request, Sessions.StaffCookie + Sessions.Ended)) is not { } cookie
            || options.TicketDataFormat.Unprotect(cookie)?.Principal is not { } person
            || (person.CardId() ?? person.StaffId()) is not { } id
            || request.Form[FormMarks.Field].ToString() != pepper.MarkOf(id)
            || StalePages.KeptOf(request) is not { } kept || !kept.Exists(StalePages.IsWords))
        {
            return false;
        }

        // A child who has pressed "I'm done" has left: only a session that ran out by itself is waited for.
        if (person.CardId() is { } cardId && (await db.Cards.AsNoTracking().SingleOrDefaultAsync(c => c.Id == cardId) is not { } card || !person.HasStampOf(card)))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        foreach (var (old, form) in forms)
        {
            if (form.At + Kept < now || forms.Count > MostAtOnce)
            {
                forms.TryRemove(old, out _);
            }
        }

        forms[id] = new PendingForm(request.Path + request.QueryString, kept, now);
        return true;
    }

    /// <summary>Waits until it is sent, or for half an hour.</summary>
    public PendingForm? Find(Guid id) => forms.TryGetValue(id, out var form) && form.At + Kept >= clock.GetUtcNow() ? form : null;

    public void Forget(Guid id) => forms.TryRemove(id, out _);
}
