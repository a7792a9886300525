using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.ActionPlans;

/// <summary>Why something needs the town hall, in the order in which it is shown.</summary>
public enum NeedKind
{
    /// <summary>An idea that waits for its answer.</summary>
    Idea,

    /// <summary>A recommendation of the children's council that waits for its answer.</summary>
    Recommendation,

    /// <summary>Too many children cannot see what was reported.</summary>
    Doubted,

    /// <summary>The measure's deadline has passed.</summary>
    Overdue,

    Milestone,

    /// <summary>Nobody has reported for long.</summary>
    Stale,

    /// <summary>An indicator without a value for last year.</summary>
    Value,
}

/// <param name="Number">Of the measure, idea or recommendation.</param>
/// <param name="What">The milestone or indicator; empty for the rest.</param>
/// <param name="DueOn">By when, or since when nothing was reported; null where no day is named.</param>
/// <param name="Position">Of the indicator; 0 for the rest.</param>
/// <param name="Unit">That answers for the measure; empty where children wait for an answer.</param>
public sealed record Need(NeedKind Kind, int Number, string Title, string What, DateOnly? DueOn, int Position, string Unit);

public static class PlanNeeds
{
    /// <summary>Who looks every two months should find something new.</summary>
    public const int StaleAfterDays = 60;

    public const int DaysBeforeAnswer = 14;

    /// <summary>What needs the staff of a locality now. A measure is named once for its own sake, and beside that for each late step and missing value.</summary>
    public static async Task<IReadOnlyList<Need>> NeedsAsync(this ChildFriendlyDb db, Guid localityId, DateTime now)
    {
        var today = RomanianTime.DateOf(now);
        var (soon, staleSince, lastYear) = (today.AddDays(DaysBeforeAnswer), now.AddDays(-StaleAfterDays), today.Year - 1);
        var needs = new List<Need>();
        needs.AddRange(await db.Initiatives.AsNoTracking().InLocality(localityId).Published().Where(i => i.AnswerDueOn <= soon).OrderBy(i => i.AnswerDueOn)
            .Select(i => new Need(NeedKind.Idea, i.Number, i.Title, "", i.AnswerDueOn, 0, "")).ToListAsync());
        needs.AddRange(await db.Recommendations.AsNoTracking().InLocality(localityId).Where(r => r.Stage == RecommendationStage.Sent && r.AnswerDueOn <= soon).OrderBy(r => r.AnswerDueOn)
            .Select(r => new Need(NeedKind.Recommendation, r.Number, r.Title, "", r.AnswerDueOn, 0, "")).ToListAsync());

        var measures = db.Measures.AsNoTracking().IgnoreAutoIncludes().InLocality(localityId);
        var open = measures.Where(m => m.Stage != MeasureStage.Done && m.Stage != MeasureStage.Stopped);
        var waiting = await measures.Where(m => m.DoubtedAt != null || (m.Stage != MeasureStage.Done && m.Stage != MeasureStage.Stopped && (m.DueOn < today || m.ReportedAt < staleSince)))
            .Select(m => new { m.Number, m.Title, m.Stage, m.DueOn, m.ReportedAt, m.DoubtedAt, m.Responsible }).ToListAsync();
        needs.AddRange(waiting.Select(m => m switch
        {
            { DoubtedAt: { } since } => new Need(NeedKind.Doubted, m.Number, m.Title, "", RomanianTime.DateOf(since).AddDays(CheckRules.DaysToAnswer), 0, m.Responsible),
            _ when MeasureRules.DaysOverdue(m.Stage, m.DueOn, today) is not null => new Need(NeedKind.Overdue, m.Number, m.Title, "", m.DueOn, 0, m.Responsible),
            _ => new Need(NeedKind.Stale, m.Number, m.Title, "", RomanianTime.DateOf(m.ReportedAt), 0, m.Responsible),
        }).OrderBy(n => n.DueOn));

        var steps = await open.SelectMany(m => m.Milestones, (m, s) => new { m.Number, m.Title, m.Responsible, Step = s.Title, s.DueOn, s.DoneOn }).Where(s => s.DoneOn == null && s.DueOn < today).OrderBy(s => s.DueOn).ToListAsync();
        needs.AddRange(steps.Select(s => new Need(NeedKind.Milestone, s.Number, s.Title, s.Step, s.DueOn, 0, s.Responsible)));
        var values = await measures.Where(m => m.Stage != MeasureStage.Stopped).SelectMany(m => m.Indicators, (m, i) => new { m.Number, m.Title, m.Responsible, i.Name, i.Position, i.BaselineYear, i.TargetYear, HasValue = i.Values.Any(v => v.Year == lastYear) })
            .Where(i => !i.HasValue && i.BaselineYear < lastYear && i.TargetYear >= lastYear).OrderBy(i => i.Number).ToListAsync();
        needs.AddRange(values.Select(i => new Need(NeedKind.Value, i.Number, i.Title, i.Name, null, i.Position, i.Responsible)));
        return [.. needs.OrderBy(n => n.Kind)];
    }
}
