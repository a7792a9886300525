using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans;

public sealed class MeasureModel : SitePage
{
    private const int MostWords = 50;

    public Measure Measure { get; private set; } = null!;

    public (int Number, string Title, InitiativeStage Stage, string Language)? Initiative { get; private set; }

    /// <summary>Whether children voted on the idea behind it.</summary>
    public bool WasVotedOn { get; private set; }

    public (int Number, string Title)? Recommendation { get; private set; }

    /// <summary>What children say that they see.</summary>
    public CheckCounts Checks { get; private set; }

    /// <summary>What this child said.</summary>
    public CheckAnswer? Mine { get; private set; }

    public bool CanBeChecked => CheckRules.CanBeChecked(Measure.Stage);

    /// <summary>What children wrote beside it, in the order of random ids.</summary>
    public IReadOnlyList<Remark> Words { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number)
    {
        var found = await Db.Measures.AsNoTracking().InLocality(Here.Id).Include(m => m.Milestones).Include(m => m.Budget).Include(m => m.Indicators).AsSplitQuery()
            .SingleOrDefaultAsync(m => m.Number == number && Db.ActionPlans.Any(p => p.Id == m.PlanId && p.Stage != ActionPlanStage.Draft));
        if (found is null)
        {
            return NotFound();
        }

        Measure = found;
        if (found.InitiativeId is { } initiativeId)
        {
            var initiative = await Db.Initiatives.IgnoreAutoIncludes().Where(i => i.Id == initiativeId)
                .Select(i => new { i.Number, i.Title, i.Stage, i.Language, i.IsSuspended, WasVotedOn = i.Timeline.Any(t => t.Stage == InitiativeStage.OnBallot) }).SingleAsync();
            WasVotedOn = initiative.WasVotedOn;
            Initiative = initiative.Stage.IsPublic() && !initiative.IsSuspended ? (initiative.Number, initiative.Title, initiative.Stage, initiative.Language) : null;
        }

        if (found.RecommendationId is { } recommendationId)
        {
            var recommendation = await Db.Recommendations.SingleAsync(r => r.Id == recommendationId);
            Recommendation = (recommendation.Number, recommendation.Title);
        }

        Checks = (await Db.MeasureChecks.Where(c => c.MeasureId == found.Id).CountsAsync()).GetValueOrDefault(found.Id);
        Mine = Child is null ? null : await Db.MeasureChecks.Where(c => c.MeasureId == found.Id && c.ParticipantId == Child.Id).Select(c => (CheckAnswer?)c.Answer).SingleOrDefaultAsync();
        Words = await Db.Remarks.AsNoTracking().Where(r => r.AboutId == found.Id && r.Kind == ModerationSubject.MeasureCheck).Shown().OrderBy(r => r.Id).Take(MostWords).ToListAsync();
        return Page();
    }
}
