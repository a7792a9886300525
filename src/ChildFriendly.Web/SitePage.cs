using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChildFriendly.Web;

/// <summary>
/// What every page knows: who is asking, in which language, where and when. Not public: each public property of each page is
/// looked at for form fields at every start.
/// </summary>
public abstract class SitePage : PageModel
{
    private Visitor visitor = null!;

    internal string Lang { get; private set; } = "";

    /// <summary>The locality of the address; null on pages of all localities.</summary>
    internal Locality? Locality => visitor.Here;

    internal Locality Here => visitor.Here ?? throw new InvalidOperationException("This page has no locality in its address.");

    internal Participant? Child => visitor.Child;

    /// <summary>The child, on pages that only a child may open.</summary>
    internal Participant Me => visitor.Child ?? throw new InvalidOperationException("Nobody has signed in with a card.");

    internal StaffAccount? Staff => visitor.Staff;

    internal Look Look { get; private set; } = Look.Standard;

    /// <summary>The voice of the page: the one chosen, else by the card's age band.</summary>
    internal Register Register => Look.Register ?? (visitor.Card?.AgeBand == AgeBand.From6To10 ? Register.Young : Register.Older);

    internal bool IsYoung => Register == Register.Young && !IsDesk;

    internal DateTime Now { get; private set; }

    internal DateOnly Today => RomanianTime.DateOf(Now);

    /// <summary>What staff pages say before anything else.</summary>
    internal DeskNotice Notice { get; private set; } = DeskNotice.None;

    internal bool IsDemonstration { get; private set; }

    /// <summary>Staff pages have no language in their address and look plain.</summary>
    internal bool IsDesk => AskedFor.StartsWithSegments("/staff", StringComparison.Ordinal);

    /// <summary>A form was sent: also where it is refused, what was typed is shown.</summary>
    internal bool IsSending => HttpMethods.IsPost(Request.Method);

    /// <summary>Where the locality's public pages begin.</summary>
    internal string Home => $"/{Lang}/{Here.Slug}";

    /// <summary>Where the locality's staff pages begin.</summary>
    internal string Desk => $"/staff/{Here.Slug}";

    /// <summary>The desks that this person may sit at in the locality of the address.</summary>
    internal IReadOnlyList<Desk> Desks => Access.Desk.Of(Staff!.Roles.Where(r => r.LocalityId == Here.Id && visitor.MayAct(r.Role)).Select(r => r.Role));

    internal Card? Card => visitor.Card;

    /// <summary>The address that was asked for, also on the page that says what was wrong with it.</summary>
    private PathString AskedFor => HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? Request.Path;

    protected ChildFriendlyDb Db { get; private set; } = null!;

    /// <remarks>Its name is that of an answer to requests of the method "Page"; it is none.</remarks>
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        visitor = services.GetRequiredService<Visitor>();
        await visitor.LoadAsync();
        Db = services.GetRequiredService<ChildFriendlyDb>();
        Look = Look.Of(Request);
        var wording = services.GetRequiredService<Wording>();
        wording.Register = IsYoung ? Register.Young : Register.Older;
        Lang = wording.Lang;
        Now = services.GetRequiredService<TimeProvider>().Instant();
        IsDemonstration = services.GetRequiredService<PortalSettings>().Demo;
        if (HttpMethods.IsGet(Request.Method) && RouteData.Values.ContainsKey("lang") && !IsIn(Lang))
        {
            context.Result = Tell(InLanguage(Languages.Default), "only-in-romanian");
            return;
        }

        if (context.RouteData.Values.ContainsKey("locality") && visitor.Here is null)
        {
            context.Result = NotFound();
            return;
        }

        if (IsDesk && visitor.Staff is not null)
        {
            Notice = await services.GetRequiredService<DeskWatch>().ReadAsync();
        }

        await next();
    }

    /// <summary>Whether this page is there in that language.</summary>
    public virtual bool IsIn(string language) => Languages.IsComplete(language) || Attribute.IsDefined(GetType(), typeof(InKeyLanguagesAttribute));

    /// <summary>The same page in another language.</summary>
    public string InLanguage(string language)
    {
        if (IsDesk)
        {
            return $"/staff/language?to={language}&back={Uri.EscapeDataString(Request.Path + Request.QueryString)}";
        }

        var path = Request.Path.Value!;
        return RouteData.Values["lang"] is string here && path.Length > here.Length + 1
            ? $"/{language}{path[(here.Length + 1)..]}{Request.QueryString}" : $"/{language}";
    }

    /// <summary>Says who acts, for the audit.</summary>
    protected Actor As(Role role) => Actor.Of(role, Staff!.Id);

    /// <summary>For a desk that several roles open: the first of them that the person has here.</summary>
    protected Actor AsFirstOf(params Role[] roles) => As(roles.First(r => Staff!.Has(r, Here.Id)));

    /// <summary>The same page with what was typed and why it was not accepted.</summary>
    protected IActionResult Refuse(Refusal refusal, string field = "")
    {
        ModelState.AddModelError(field, ErrorKeys.Of(refusal));
        return Invalid();
    }

    protected IActionResult Invalid()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>What the page before this one has done, said once.</summary>
    public string? TakeTold()
    {
        if (SiteCookies.Read(Request, Told.Cookie) is not { } told)
        {
            return Request.Cookies.Count == 0 && Request.Query.ContainsKey(Told.NoCookies) ? $"told.{Told.NoCookies}" : null;
        }

        SiteCookies.Remove(Response, Told.Cookie);
        return $"told.{told}";
    }

    /// <summary>Nobody is inside any more; what is still to be shown is shown as the child saw it.</summary>
    protected async Task EndSessionAsync()
    {
        Look = Look with { Register = Register };
        await HttpContext.EndChildAsync(Db);
        visitor.Leave();
    }

    /// <summary>After a write: the other page, which says what was done.</summary>
    protected RedirectResult Tell(string path, string told)
    {
        Told.Remember(Response, told);
        return Redirect(path);
    }
}
