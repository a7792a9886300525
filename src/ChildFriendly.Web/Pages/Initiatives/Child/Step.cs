using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

/// <summary>What the steps of telling an idea have in common: the same draft on the server, and where the next step is.</summary>
public sealed record Step(int Number, string Path)
{
    public const int Last = 5;

    public static readonly Step Goal = new(1, "");
    public static readonly Step Story = new(2, "/story");
    public static readonly Step Place = new(3, "/place");
    public static readonly Step Who = new(4, "/who");
    public static readonly Step Check = new(5, "/check");

    /// <summary>The draft of this child, or the own initiative that a moderator has sent back with a question.</summary>
    public static Task<Initiative?> FindDraftAsync(SitePage page, Core.Data.ChildFriendlyDb db, int? of) => of is null
        ? db.Initiatives.Where(i => i.AuthorId == page.Me.Id && i.Stage == InitiativeStage.Draft).OrderByDescending(i => i.ChangedAt).FirstOrDefaultAsync()
        : db.Initiatives.InLocality(page.Here.Id)
            .SingleOrDefaultAsync(i => i.Number == of && i.AuthorId == page.Me.Id && i.Stage == InitiativeStage.SentBack);

    /// <summary>Going back saves what was typed, also when something is still empty.</summary>
    public static bool LacksOnly(ModelStateDictionary state) =>
        state.Values.SelectMany(v => v.Errors).All(e => e.ErrorMessage == Tags.ErrorKeys.Required);

    /// <param name="isOnlyThis">After this step comes the check again: one answer is being changed.</param>
    public string LinkTo(SitePage page, int? of, bool isOnlyThis = false)
    {
        var query = string.Join('&', new[] { of is null ? null : $"of={of}", isOnlyThis ? "only=true" : null }.OfType<string>());
        return $"{page.Home}/initiatives/new{Path}{(query.Length > 0 ? "?" : "")}{query}";
    }
}

/// <summary>A child proposes for their own locality: elsewhere they are led home.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AtHomeAttribute : Attribute, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var visitor = context.HttpContext.RequestServices.GetRequiredService<Access.Visitor>();
        if (visitor.Child is { } child && visitor.Here is { } here && child.LocalityId != here.Id)
        {
            var db = context.HttpContext.RequestServices.GetRequiredService<Core.Data.ChildFriendlyDb>();
            var home = await db.Localities.Where(l => l.Id == child.LocalityId).Select(l => l.Slug).SingleAsync();
            Access.Told.Remember(context.HttpContext.Response, "other-locality");
            context.Result = new RedirectResult($"/{context.RouteData.Values["lang"]}/{home}");
            return;
        }

        await next();
    }
}
