using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Moderation.Desk;

/// <summary>Decides once more on something that was drawn, and only then sees how the other decided. Changes nothing for the child.</summary>
public sealed class ReviewModel : SitePage
{
    [BindProperty, Required]
    public ModerationStage? Outcome { get; set; }

    public DecisionReview Review { get; private set; } = null!;

    public ModerationCase Decided { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    /// <summary>As the child wrote it, where that is still kept.</summary>
    public IReadOnlyDictionary<WordsField, string> Words { get; private set; } = new Dictionary<WordsField, string>();

    public string Language { get; private set; } = Initiative.DefaultLanguage;

    public static IReadOnlyList<ModerationStage> Outcomes { get; } = [ModerationStage.Published, ModerationStage.PublishedWithRedaction, ModerationStage.SentBack, ModerationStage.NotPublished];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Decided.Read(As(Role.Moderator), Now);
        await Db.TrySaveAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (Review.ReviewedAt is null)
        {
            if (Refusal is not null)
            {
                return Refuse(Refusal);
            }

            if (!ModelState.IsValid || !Outcomes.Contains(Outcome!.Value))
            {
                return Invalid();
            }

            Review.Review(Outcome.Value, Staff!.Id, As(Role.Moderator), Now);
            await Db.TrySaveAsync();
        }

        return Redirect(Request.Path);
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Review = (await Db.DecisionReviews.InLocality(Here.Id).SingleOrDefaultAsync(r => r.Id == id))!;
        if (Review is null)
        {
            return false;
        }

        Decided = await Db.ModerationCases.SingleAsync(c => c.Id == Review.CaseId);
        Refusal = Decided.DecidedById == Staff!.Id ? ModerationRules.DecidedByYou : null;
        if (await Db.ContributionOfAsync(Decided.SubjectKind, Decided.ItemId) is { } item)
        {
            var original = await Db.Redactions.AsNoTracking().LeftOutOfAsync(Decided.ItemId);
            Words = item.Words.Where(w => w.Value.Length > 0).ToDictionary(w => w.Key, w => original.FirstOrDefault(r => r.Field == w.Key)?.Original ?? w.Value);
            Language = item.Language;
        }

        return true;
    }
}
