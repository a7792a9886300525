using ChildFriendly.Core.ActionPlans;
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

    // Each table is read once and not once for every locality: ten years of fifty localities are ten thousand ideas.
    public async Task OnGetAsync()
    {
        var ideas = await Db.Initiatives.IgnoreAutoIncludes().Where(i => !InitiativeStages.Unpublished.Contains(i.Stage)).GroupBy(i => i.LocalityId)
            .Select(g => new { g.Key, All = g.Count(), Late = g.Count(i => i.AnswerDueOn < Today), Oldest = g.Min(i => i.AnswerDueOn) }).ToDictionaryAsync(g => g.Key);
        var recommendations = await Db.Recommendations.IgnoreAutoIncludes().Where(r => r.Stage == RecommendationStage.Sent).GroupBy(r => r.LocalityId)
            .Select(g => new { g.Key, All = g.Count(), Late = g.Count(r => r.AnswerDueOn < Today), Oldest = g.Min(r => r.AnswerDueOn) }).ToDictionaryAsync(g => g.Key);
        var votes = await Db.Consultations.IgnoreAutoIncludes().GroupBy(c => c.LocalityId)
            .Select(g => new { g.Key, Open = g.Count(c => c.Stage == ConsultationStage.Open), Decided = g.Count(c => c.Stage == ConsultationStage.Decided) }).ToDictionaryAsync(g => g.Key);
        var measures = await Db.Measures.IgnoreAutoIncludes().GroupBy(m => m.LocalityId)
            .Select(g => new { g.Key, All = g.Count(), Done = g.Count(m => m.Stage == MeasureStage.Done) }).ToDictionaryAsync(g => g.Key);
        var localities = await Db.Localities.AsNoTracking().Select(l => new { l.Id, l.Slug, l.Name, l.Phase }).ToListAsync();
        Rows = localities.ConvertAll(l =>
        {
            var (idea, recommendation, vote, measure) = (ideas.GetValueOrDefault(l.Id), recommendations.GetValueOrDefault(l.Id), votes.GetValueOrDefault(l.Id), measures.GetValueOrDefault(l.Id));
            return new LocalityRow(
                l.Slug, l.Name, l.Phase, idea?.All ?? 0, (idea?.Late ?? 0) + (recommendation?.Late ?? 0), recommendation?.All ?? 0, idea?.Oldest, recommendation?.Oldest,
                vote?.Open ?? 0, vote?.Decided ?? 0, measure?.All ?? 0, measure?.Done ?? 0);
        });
    }
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
