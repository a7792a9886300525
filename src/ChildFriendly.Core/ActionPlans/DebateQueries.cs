using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.ActionPlans;

/// <summary>Something that was proposed in the debate and that everybody sees.</summary>
/// <param name="MeasureId">Null where it is about the plan as a whole.</param>
/// <param name="Source">Null where a child said it here with a card.</param>
public sealed record Proposal(Guid Id, Guid? MeasureId, ProposalSource? Source, int People, string Text, string Language, DebateAnswer? Answer);

/// <summary>How many children chose which face.</summary>
public readonly record struct FaceCounts(int Good, int Unsure, int NotGood)
{
    public int All => Good + Unsure + NotGood;
}

public static class DebateQueries
{
    /// <summary>Published proposals, those of adults and from paper last.</summary>
    /// <param name="aboutId">Of one measure, or of the plan for what is about the plan as a whole; null for all.</param>
    public static async Task<IReadOnlyList<Proposal>> ProposalsAsync(this ChildFriendlyDb db, Guid planId, Guid? aboutId = null)
    {
        var said = await SaidIn(db, planId).AsNoTracking().Shown().Where(r => aboutId == null || r.AboutId == aboutId).OrderBy(r => r.Id).ToListAsync();
        var noted = await db.NotedProposals.AsNoTracking().Where(n => n.PlanId == planId && n.Stage == NotedStage.Published && (aboutId == null || (n.MeasureId ?? n.PlanId) == aboutId))
            .OrderBy(n => n.Source).ThenBy(n => n.Id).ToListAsync();
        var answers = (await db.DebateAnswers.AsNoTracking().Include(a => a.Proposals).Where(a => a.PlanId == planId).ToListAsync())
            .SelectMany(a => a.Proposals, (a, p) => (p.ProposalId, Answer: a)).ToDictionary(a => a.ProposalId, a => a.Answer);
        return
        [
            .. said.Select(r => new Proposal(r.Id, r.AboutId == planId ? null : r.AboutId, null, 1, r.Text, r.Language, answers.GetValueOrDefault(r.Id))),
            .. noted.Select(n => new Proposal(n.Id, n.MeasureId, n.Source, n.People, n.Gist, Initiative.DefaultLanguage, answers.GetValueOrDefault(n.Id))),
        ];
    }

    /// <summary>How many proposals have no answer, and how many a person still has to read. What is looked at elsewhere counts nowhere.</summary>
    public static async Task<(int Left, int BeingChecked)> OpenProposalsAsync(this ChildFriendlyDb db, Guid planId)
    {
        var answered = db.DebateAnswers.Where(a => a.PlanId == planId).SelectMany(a => a.Proposals).Select(p => p.ProposalId);
        var said = SaidIn(db, planId);
        var inQueue = db.ModerationCases.Where(c => c.Stage == ModerationStage.Waiting || c.Stage == ModerationStage.Claimed || c.Stage == ModerationStage.Held);
        return (
            await said.Shown().CountAsync(r => !answered.Contains(r.Id)) + await db.NotedProposals.CountAsync(n => n.PlanId == planId && n.Stage == NotedStage.Published && !answered.Contains(n.Id)),
            await said.CountAsync(r => (r.Stage == ShortTextStage.Published && r.IsSuspended)
                || (r.Stage == ShortTextStage.Waiting && inQueue.Any(c => c.ItemId == r.Id)))
                + await db.NotedProposals.CountAsync(n => n.PlanId == planId && n.Stage == NotedStage.Waiting && inQueue.Any(c => c.ItemId == n.Id)));
    }

    /// <summary>How many children chose which face, measure by measure.</summary>
    public static async Task<Dictionary<Guid, FaceCounts>> FacesAsync(this IQueryable<DebateReaction> reactions)
    {
        var counts = await reactions.GroupBy(r => new { r.MeasureId, r.Face }).Select(g => new { g.Key.MeasureId, g.Key.Face, Children = g.Count() }).ToListAsync();
        return counts.GroupBy(c => c.MeasureId).ToDictionary(g => g.Key, g =>
        {
            int Of(DebateFace face) => g.Where(c => c.Face == face).Sum(c => c.Children);
            return new FaceCounts(Of(DebateFace.Good), Of(DebateFace.Unsure), Of(DebateFace.NotGood));
        });
    }

    private static IQueryable<Remark> SaidIn(ChildFriendlyDb db, Guid planId) =>
        db.Remarks.Where(r => r.Kind == ModerationSubject.DebateProposal && (r.AboutId == planId || db.Measures.Any(m => m.Id == r.AboutId && m.PlanId == planId)));
}

public static class PlanQueries
{
    /// <summary>A draft is the town hall's own.</summary>
    public static IQueryable<ActionPlan> Public(this IQueryable<ActionPlan> plans) => plans.Where(p => p.Stage != ActionPlanStage.Draft);

    public static IQueryable<Measure> InPublicPlan(this IQueryable<Measure> measures, ChildFriendlyDb db) =>
        measures.Where(m => db.ActionPlans.Any(p => p.Id == m.PlanId && p.Stage != ActionPlanStage.Draft));
}
