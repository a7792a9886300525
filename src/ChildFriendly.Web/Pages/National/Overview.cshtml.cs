using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.National;

public sealed class OverviewModel : SitePage
{
    public IReadOnlyList<LocalityRow> Rows { get; private set; } = [];

    public async Task OnGetAsync() => Rows = await Db.Localities.AsNoTracking().OrderBy(l => l.Name).Select(l => new LocalityRow(
        l.Slug,
        l.Name,
        l.Phase,
        Db.Initiatives.Count(i => i.LocalityId == l.Id && !InitiativeStages.Unpublished.Contains(i.Stage)),
        Db.Initiatives.Count(i => i.LocalityId == l.Id && i.AnswerDueOn < Today && !InitiativeStages.Unpublished.Contains(i.Stage))
            + Db.Recommendations.Count(r => r.LocalityId == l.Id && r.Stage == RecommendationStage.Sent && r.AnswerDueOn < Today),
        Db.Recommendations.Count(r => r.LocalityId == l.Id && r.Stage == RecommendationStage.Sent),
        Db.Initiatives.Where(i => i.LocalityId == l.Id && !InitiativeStages.Unpublished.Contains(i.Stage)).Min(i => i.AnswerDueOn),
        Db.Recommendations.Where(r => r.LocalityId == l.Id && r.Stage == RecommendationStage.Sent).Min(r => r.AnswerDueOn),
        Db.Consultations.Count(c => c.LocalityId == l.Id && c.Stage == ConsultationStage.Open),
        Db.Consultations.Count(c => c.LocalityId == l.Id && c.Stage == ConsultationStage.Decided),
        Db.Measures.Count(m => m.LocalityId == l.Id),
        Db.Measures.Count(m => m.LocalityId == l.Id && m.Stage == Core.ActionPlans.MeasureStage.Done))).ToListAsync();
}

public sealed record LocalityRow(
    string Slug, string Name, RecognitionPhase Phase, int Initiatives, int Overdue, int WaitingRecommendations, DateOnly? OldestIdeaDueOn,
    DateOnly? OldestRecommendationDueOn, int OpenVotes, int DecidedVotes, int Measures, int DoneMeasures)
{
    /// <summary>How late the latest answer is; null where none is.</summary>
    public int? LongestDelay(DateOnly today) =>
        (AnswerRules.DaysOverdue(OldestIdeaDueOn, today), AnswerRules.DaysOverdue(OldestRecommendationDueOn, today)) switch
        {
            (null, var recommendation) => recommendation,
            (var idea, null) => idea,
            var (idea, recommendation) => Math.Max(idea.Value, recommendation.Value),
        };
}
