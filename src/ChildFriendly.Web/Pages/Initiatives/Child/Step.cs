using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

/// <summary>What the steps of telling an idea have in common: the same draft on the server, and where the next step is.</summary>
public sealed record Step(string Path)
{
    public static readonly Step Goal = new("");
    public static readonly Step Story = new("/story");
    public static readonly Step Name = new("/name");
    public static readonly Step Place = new("/place");
    public static readonly Step Who = new("/who");
    public static readonly Step Picture = new("/picture");
    public static readonly Step Check = new("/check");

    /// <summary>Beside the picture, and counted with it.</summary>
    public static readonly Step Voice = new("/voice");

    private const int Tries = 8;

    private static readonly Step[] Older = [Goal, Story, Place, Who, Picture, Check];

    /// <summary>6–10: one question on each page, so the name of the idea has its own.</summary>
    private static readonly Step[] Young = [Goal, Story, Name, Place, Who, Picture, Check];

    /// <summary>Number, how many there are, and the picture: for the counter above the question.</summary>
    public (int Number, int Last, string? Picture) CountOn(SitePage page, string picture) =>
        (PlaceOn(page) + 1, Of(page).Length, page.IsYoung && this != Goal ? picture : null);

    /// <summary>The draft of this child, or the own initiative that a moderator has sent back with a question.</summary>
    public static Task<Initiative?> FindDraftAsync(SitePage page, Core.Data.ChildFriendlyDb db, int? of) => of is null
        ? db.Initiatives.Where(i => i.AuthorId == page.Me.Id && i.Stage == InitiativeStage.Draft).OrderByDescending(i => i.ChangedAt).FirstOrDefaultAsync()
        : db.Initiatives.InLocality(page.Here.Id)
            .SingleOrDefaultAsync(i => i.Number == of && i.AuthorId == page.Me.Id && i.Stage == InitiativeStage.SentBack);

    /// <summary>Where a draft that was left is taken up again: at the first question without an answer.</summary>
    public static Step Next(Initiative draft) => InitiativeRules.WhatIsMissing(draft) is not { } missing ? Check
        : missing == InitiativeRules.GoalMissing ? Goal : missing == InitiativeRules.PlaceMissing ? Place : Story;

    /// <summary>What a moderator asked, on the page where it is answered: beside its field, or beside the story where it is about the whole.</summary>
    public static string? QuestionFor(Initiative? draft, params ReadOnlySpan<WordsField> fields) =>
        draft is { Stage: InitiativeStage.SentBack } && draft.Timeline.OrderBy(t => t.Position).Last() is { } asked && fields.Contains(asked.About ?? WordsField.Text) ? asked.Sentence : null;

    /// <summary>Where the moderator's question is answered.</summary>
    public static string LinkToAnswer(SitePage page, Initiative sentBack) => sentBack.Timeline.OrderBy(t => t.Position).Last().About switch
    {
        WordsField.Title => (page.IsYoung ? Name : Story).LinkTo(page, sentBack.Number, isOnlyThis: true),
        WordsField.Text => Story.LinkTo(page, sentBack.Number, isOnlyThis: true),
        WordsField.Place => Place.LinkTo(page, sentBack.Number, isOnlyThis: true),
        WordsField.Helps => Who.LinkTo(page, sentBack.Number, isOnlyThis: true),
        _ => Story.LinkTo(page, sentBack.Number),
    };

    /// <summary>Saves an answer. Of two presses at the same moment the second one saves over the first.</summary>
    /// <param name="begin">Makes the draft where there is none yet.</param>
    /// <returns>False when there is no draft to answer for.</returns>
    public static async Task<bool> SaveAsync(SitePage page, Core.Data.ChildFriendlyDb db, int? of, Action<Initiative> answer, Func<Initiative>? begin = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await FindDraftAsync(page, db, of) is { } draft)
            {
                answer(draft);
            }
            else if (begin is not null)
            {
                var begun = begin();
                answer(begun);
                db.Add(begun);
            }
            else
            {
                return false;
            }

            if (attempt == Tries)
            {
                await db.SaveChangesAsync();
                return true;
            }

            if (await db.TrySaveAsync())
            {
                return true;
            }

            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Going back saves what was typed, also when something is still empty.</summary>
    public static bool LacksOnly(ModelStateDictionary state) =>
        state.Values.SelectMany(v => v.Errors).All(e => e.ErrorMessage == Tags.ErrorKeys.Required);

    /// <summary>Where this step's page leads: on, back, or to the check when only this answer was changed.</summary>
    public string LinkOnward(SitePage page, int? of, bool only, bool back = false) =>
        (only ? Check : Of(page)[PlaceOn(page) + (back ? -1 : 1)]).LinkTo(page, of);

    /// <param name="isOnlyThis">After this step comes the check again: one answer is being changed.</param>
    public string LinkTo(SitePage page, int? of, bool isOnlyThis = false)
    {
        var query = string.Join('&', new[] { of is null ? null : $"of={of}", isOnlyThis ? "only=true" : null }.OfType<string>());
        return $"{page.Home}/initiatives/new{Path}{(query.Length > 0 ? "?" : "")}{query}";
    }

    /// <summary>Whoever changed the voice of the pages on the page for the name stands where the story is.</summary>
    private int PlaceOn(SitePage page) => Array.IndexOf(Of(page), this) is var place and >= 0 ? place : Array.IndexOf(Of(page), Story);

    private static Step[] Of(SitePage page) => page.IsYoung ? Young : Older;
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
