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
    private static readonly HashSet<int> Known = [400, 403, 404, 413, 422, 429, 500];

    public int Code { get; private set; }

    public string Picture => Code switch
    {
        403 => "closed-gate",
        404 => "lost",
        429 => "wait",
        _ => "broken",
    };

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

        Code = Known.Contains(code) ? code : code is >= 400 and < 500 ? 400 : 500;
        if (HttpContext.Items[StalePages.TypedFields] is List<KeyValuePair<string, string>> typed && origin is not null)
        {
            Form = new PendingForm(origin.OriginalPath + origin.OriginalQueryString, typed, DateTimeOffset.MinValue);
        }
    }
}
