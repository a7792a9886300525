using ChildFriendly.Core.Participation;
using ChildFriendly.Web.Pages.Consultations;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildFriendly.Web.Access;

/// <summary>
/// A form without a valid token (the page was open too long, somebody signed in meanwhile, or it was forged): nothing is done, and
/// the person sees what they typed with one button to send it again. Only what came from our own page is shown again.
/// </summary>
public sealed class StalePages(IAntiforgery antiforgery, FormMarks marks, PendingForms pending, Visitor visitor, CardPepper pepper) : IAsyncAuthorizationFilter, IOrderedFilter
{
    public const string TypedFields = "typed-fields";

    /// <summary>Beginning of the texts that say that somebody else has come in since the form was drawn.</summary>
    public const string NotYours = "problem.not-yours";

    /// <summary>The nicknames to choose from, which the page carries along.</summary>
    private const string OfferedNames = "Input.OfferedNames";

    /// <summary>A field of the form that shows again what waited: it waits no longer.</summary>
    public const string Resumed = "__resumed";

    // After authorization: who may not come in is not asked for a token.
    public int Order => 1000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        var isProblemPage = context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (isProblemPage || !HttpMethods.IsPost(request.Method))
        {
            return;
        }

        if (context.ActionDescriptor is CompiledPageActionDescriptor page && page.HandlerMethods.All(h => !HttpMethods.IsPost(h.HttpMethod)))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }

        if (context.ActionDescriptor is CompiledPageActionDescriptor { ModelTypeInfo: { } model } && Attribute.IsDefined(model, typeof(NoCookiesAttribute)))
        {
            context.Result = request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none" or "" ? null : new StatusCodeResult(StatusCodes.Status400BadRequest);
            return;
        }

        if (await antiforgery.IsRequestValidAsync(context.HttpContext))
        {
            if (request.HasFormContentType && request.Form.ContainsKey(Resumed) && (context.HttpContext.User.CardId() ?? context.HttpContext.User.StaffId()) is { } id)
            {
                pending.Forget(id);
            }

            return;
        }

        var path = request.Path.Value!;
        await visitor.LoadAsync();
        if (IsDoor(path) || (request.Cookies.Count == 0 && path.EndsWith("/display", StringComparison.OrdinalIgnoreCase)))
        {
            // Codes and passwords are never shown again. Whoever pressed twice is inside already; whoever comes in where somebody else still is, is not.
            var isInside = IsInside(request);
            if (!isInside)
            {
                Told.Remember(context.HttpContext.Response, "page-anew");
            }

            var inside = request.Path.StartsWithSegments("/staff", StringComparison.OrdinalIgnoreCase) ? "/staff" : path.Replace("/card", "/me", StringComparison.Ordinal);
            context.Result = new RedirectResult(isInside ? inside : request.Path + (request.Cookies.Count > 0 ? request.QueryString : request.QueryString.Add(Told.NoCookies, "1")));
            return;
        }

        if (path.EndsWith("/card/leave", StringComparison.OrdinalIgnoreCase) && visitor.Card is null)
        {
            // "I'm done" in a window that had not noticed: it is done.
            Told.Remember(context.HttpContext.Response, "left");
            context.Result = new RedirectResult(ClassVote.Of(request)?.Path(Portal.LanguageOf(context.HttpContext)) ?? $"/{Portal.LanguageOf(context.HttpContext)}");
            return;
        }

        if (IsSecret(path))
        {
            Told.Remember(context.HttpContext.Response, "page-anew");
            context.Result = new RedirectResult(path);
            return;
        }

        if (IsBallot(path) && !IsOursToShow(request, out _))
        {
            // Nobody casts what they do not see, and nobody sees what another child has chosen: the ballot begins anew.
            Told.Remember(context.HttpContext.Response, "ballot-anew");
            context.Result = new RedirectResult(request.Path);
            return;
        }

        if (IsOursToShow(request, out var typed))
        {
            context.HttpContext.Items[TypedFields] = typed;
        }
        else if (IsOfSomebodyElse(context.HttpContext))
        {
            context.HttpContext.Items[Pages.Problem.IndexModel.Reason] = NotYours;
        }

        context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
    }

    /// <summary>The page that says why nothing was done shows what was typed, to whoever the form was drawn for.</summary>
    internal static void ShowTyped(HttpContext http)
    {
        if (!IsSecret(http.Request.Path.Value!) && HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType
            && http.RequestServices.GetRequiredService<FormMarks>().IsOfVisitor(http.Request.Form) && KeptOf(http.Request) is { Count: > 0 } typed)
        {
            http.Items[TypedFields] = typed;
        }
    }

    /// <summary>Somebody is inside, and the form was drawn for another person, or for nobody.</summary>
    internal static bool IsOfSomebodyElse(HttpContext http) => http.Request.HasFormContentType
        && http.RequestServices.GetRequiredService<Visitor>() is { Card: not null } or { Staff: not null }
        && !http.RequestServices.GetRequiredService<FormMarks>().IsOfVisitor(http.Request.Form);

    /// <summary>What may wait for somebody or be shown to them again: all of a form, and of a ballot the words and no choice.</summary>
    internal static List<KeyValuePair<string, string>> KeptOf(HttpRequest request) => IsBallot(request.Path.Value!) ? BallotPage.WordsOf(request.Form) : FieldsOf(request.Form);

    /// <summary>Of a ballot, what was chosen is never kept and never shown again.</summary>
    internal static bool IsBallot(string path) => path.EndsWith("/vote", StringComparison.OrdinalIgnoreCase);

    /// <summary>What somebody has written in words; numbers, choices and what the program added say nothing to a person.</summary>
    internal static bool IsWords(KeyValuePair<string, string> field) =>
        field.Key.StartsWith("Input.", StringComparison.Ordinal) && field.Key != OfferedNames && field.Value.Any(char.IsLetter) && (field.Value.Length > 12 || field.Value.Contains(' ', StringComparison.Ordinal)) && !Guid.TryParse(field.Value, out _);

    /// <summary>It was sent from our own page, drawn for whoever is here now, and there is something to show.</summary>
    private bool IsOursToShow(HttpRequest request, out List<KeyValuePair<string, string>> typed)
    {
        typed = request.HasFormContentType && marks.IsOfVisitor(request.Form) && request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "" ? KeptOf(request) : [];
        return typed.Count > 0;
    }

    /// <summary>The one who is inside is the one whose code or address was sent.</summary>
    private bool IsInside(HttpRequest request)
    {
        return request.Path.Value!.ToLowerInvariant() switch
        {
            "/staff/sign-in" => visitor.Staff is { } staff && staff.Email.Equals(Typed("Input.Email").Trim(), StringComparison.OrdinalIgnoreCase),
            "/staff/invitation" => visitor.Staff is not null,
            _ => visitor.Card is { } card && CardCode.Read(Typed("Input.Code")) is { } code && pepper.HashOf(code) == card.CodeHash,
        };

        string Typed(string field) => request.HasFormContentType ? request.Form[field].ToString() : "";
    }

    /// <summary>Codes, passwords and keys are never shown again, whatever was wrong.</summary>
    private static bool IsSecret(string path) => IsDoor(path) || path.ToLowerInvariant() is "/staff/password" or "/staff/account";

    private static bool IsDoor(string path) => path.EndsWith("/card", StringComparison.OrdinalIgnoreCase) || path.ToLowerInvariant() is "/staff/sign-in" or "/staff/invitation";

    /// <summary>All that was typed or chosen, without the token.</summary>
    internal static List<KeyValuePair<string, string>> FieldsOf(IFormCollection form) => form
        .Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal))
        .SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).ToList();
}
