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

    public ActionPlan Plan { get; private set; } = null!;

    /// <summary>What children thought of it while it was a draft: told once the debate is over.</summary>
    public FaceCounts Faces { get; private set; }

    public DebateFace? MyFace { get; private set; }

    /// <summary>What was proposed in the debate.</summary>
    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];

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
            .InPublicPlan(Db).SingleOrDefaultAsync(m => m.Number == number);
        if (found is null)
        {
            return NotFound();
        }

        Measure = found;
        Plan = await Db.ActionPlans.AsNoTracking().SingleAsync(p => p.Id == found.PlanId);
        if (Plan.DebateUntil is not null)
        {
            await ReadDebateAsync();
        }

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

    private async Task ReadDebateAsync()
    {
        Proposals = await Db.ProposalsAsync(Plan.Id, Measure.Id);
        var reactions = Db.DebateReactions.Where(r => r.MeasureId == Measure.Id);
        if (!Plan.IsInDebate(Now))
        {
            Faces = (await reactions.FacesAsync()).GetValueOrDefault(Measure.Id);
        }
        else if (Child is not null)
        {
            MyFace = await reactions.Where(r => r.ParticipantId == Child.Id).Select(r => (DebateFace?)r.Face).SingleOrDefaultAsync();
        }
    }
}
