using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Problem;

/// <summary>Every refusal of the program in plain words, with what to do next. Nothing here touches the database.</summary>
[ResponseCache(NoStore = true)]
[InKeyLanguages]
public sealed class IndexModel : SitePage
{
    /// <summary>A text that says more than the number does.</summary>
    public const string Reason = "problem-reason";

    private static readonly HashSet<int> Known = [400, 403, 404, 413, 422, 429, 500];

    public int Code { get; private set; }

    public string Title => HttpContext.Items[Reason] is StalePages.NotYours ? $"{StalePages.NotYours}.title" : $"problem.{Code}.title";

    public string Text => HttpContext.Items[Reason] switch
    {
        StalePages.NotYours => $"{StalePages.NotYours}.text",
        string reason => reason,
        _ => $"problem.{Code}.text",
    };

    public string Picture => Code switch
    {
        403 => "closed-gate",
        404 => "lost",
        429 => "wait",
        _ => "broken",
    };

    /// <summary>The rest of an address whose language the site does not have.</summary>
    public string? InOtherLanguages { get; private set; }

    /// <summary>A form that came too late or without a valid token, to be sent again with one button.</summary>
    public PendingForm? Form { get; private set; }

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        var origin = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            code = Response.StatusCode;
        }

        if (origin is null && HttpContext.Features.Get<IExceptionHandlerFeature>() is null)
        {
            // Opened by its own address: there is no problem to tell about.
            code = Response.StatusCode = StatusCodes.Status404NotFound;
        }

        Code = Known.Contains(code) ? code : code is >= 400 and < 500 ? 400 : 500;
        if (origin?.OriginalPath.Split('/', 3) is ["", { Length: 2 or 3 } language, ..] parts && code == 404 && language.All(char.IsAsciiLetterLower)
            && Languages.Find(language) is null)
        {
            InOtherLanguages = parts.Length > 2 ? $"/{parts[2]}" : "";
        }

        if (HttpContext.Items[StalePages.TypedFields] is List<KeyValuePair<string, string>> typed && origin is not null)
        {
            Form = new PendingForm(origin.OriginalPath + origin.OriginalQueryString, typed, DateTimeOffset.MinValue);
        }
    }
}
