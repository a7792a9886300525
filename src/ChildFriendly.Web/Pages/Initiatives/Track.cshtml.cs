using ChildFriendly.Core.ActionPlans;
using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Initiatives;

/// <summary>
/// Where an idea stands, for whoever holds its printed words: also while it waits or was not published. The words come in a form, so that no
/// address and no log holds them; nothing stays on the device. A concern looks like waiting, because the idea itself says nothing else.
/// </summary>
[NoCookies]
public sealed class TrackModel(CardPepper pepper, WordLists words, WrongCodes wrongCodes) : SitePage
{
    public const int LongestWords = 200;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Initiative? Idea { get; private set; }

    /// <summary>Slug of the idea's locality.</summary>
    public string Town { get; private set; } = "";

    public int Supporters { get; private set; }

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    public TimelineEntry? AnswerStep { get; private set; }

    public int? MeasureNumber { get; private set; }

    public (int Number, string Title)? Vote { get; private set; }

    /// <summary>The idea it was joined with, where that can be seen.</summary>
    public int? MergedInto { get; private set; }

    public void OnGet()
    {
        // The field, and what is done where somebody has the words, stand in the page.
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Response.Headers.CacheControl = "no-store";
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var readings = words.ReadWords(Input.Words, TrackingWords.Count);
        if (readings.Count == 0)
        {
            return WrongWords(InitiativeRules.NotTrackingWords);
        }

        var hashes = readings.Select(r => pepper.HashOf(r)).ToList();
        Idea = await Db.Initiatives.AsNoTracking().SingleOrDefaultAsync(i => i.TrackingHash != null && hashes.Contains(i.TrackingHash));
        if (Idea is null)
        {
            return WrongWords(InitiativeRules.UnknownTrackingWords);
        }

        await LoadAsync(Idea);
        return Page();
    }

    private async Task LoadAsync(Initiative idea)
    {
        Town = await Db.Localities.Where(l => l.Id == idea.LocalityId).Select(l => l.Slug).SingleAsync();
        Supporters = await Db.Supports.CountAsync(s => s.InitiativeId == idea.Id);
        Timeline = idea.Timeline.OrderBy(t => t.Position).ToList();
        AnswerStep = DetailsModel.AnswerIn(Timeline);
        MeasureNumber = await Db.Measures.InPublicPlan(Db).Where(m => m.InitiativeId == idea.Id).Select(m => (int?)m.Number).SingleOrDefaultAsync();
        MergedInto = await Db.Initiatives.Published().Where(i => i.Id == idea.MergedIntoId).Select(i => (int?)i.Number).SingleOrDefaultAsync();
        var vote = await Db.Consultations.IgnoreAutoIncludes().Where(c => c.Questions.Any(q => q.Options.Any(o => o.InitiativeId == idea.Id)))
            .OrderByDescending(c => c.Number).Select(c => new { c.Number, c.Title }).FirstOrDefaultAsync();
        Vote = vote is null ? null : (vote.Number, vote.Title);
    }

    private IActionResult WrongWords(Refusal refusal)
    {
        if (!wrongCodes.CountOne(HttpContext.Connection.RemoteIpAddress))
        {
            return Refuse(refusal, "Input.Words");
        }

        var page = Refuse(InitiativeRules.TooManyTrackingTries, "Input.Words");
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Response.Headers.RetryAfter = "60";
        return page;
    }

    public sealed class InputModel
    {
        [Required, StringLength(LongestWords)]
        public string Words { get; set; } = "";
    }
}
