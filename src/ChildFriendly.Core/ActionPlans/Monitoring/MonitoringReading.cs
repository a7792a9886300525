using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.ActionPlans.Monitoring;

public static class MonitoringReading
{
    private static readonly AgeBand[] Bands = Enum.GetValues<AgeBand>();

    public static async Task<MonitoringFigures> MonitorAsync(this ChildFriendlyDb db, ActionPlan plan, int year, bool isExample, DateTime now)
    {
        var here = plan.LocalityId;
        var (from, to) = (RomanianTime.StartOf(new DateOnly(year, 1, 1)), RomanianTime.StartOf(new DateOnly(year + 1, 1, 1)));
        var until = RomanianTime.DateOf(now) is var today && today.Year > year ? new DateOnly(year, 12, 31) : today;
        var votes = await db.Consultations.AsNoTracking().IgnoreAutoIncludes().InLocality(here).Where(c => c.ClosedAt >= from && c.ClosedAt < to).OrderBy(c => c.Number)
            .Select(c => new MonitoredVote(c.Number, c.Title, c.DecidedAt != null)).ToListAsync();
        var budget = await db.Measures.Where(m => m.PlanId == plan.Id).SelectMany(m => m.Budget).Where(l => l.Year == year).GroupBy(l => l.Source)
            .Select(g => new MonitoredMoney(g.Key, g.Sum(l => l.PlannedBani), g.Sum(l => l.CommittedBani), g.Sum(l => l.SpentBani))).ToListAsync();
        return new MonitoringFigures(
            MonitoringFigures.PresentFormat,
            isExample,
            await db.Localities.Where(l => l.Id == here).Select(l => l.Name).SingleAsync(),
            plan.Title,
            year,
            until,
            await ReachAsync(db, here, year, from, to),
            await MeasuresAsync(db, plan, year, to),
            [.. budget.OrderBy(b => b.Source)],
            await IdeasAsync(db, here, from, to, until),
            await RecommendationsAsync(db, here, from, to, until),
            votes);
    }

    private static async Task<Reach> ReachAsync(ChildFriendlyDb db, Guid here, int year, DateTime from, DateTime to)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var votes = db.Consultations.Where(c => c.LocalityId == here && c.ClosedAt >= from && c.ClosedAt < to).Select(c => c.Id);
        var ideas = db.Initiatives.IgnoreAutoIncludes().InLocality(here).Published().Where(i => i.PublishedAt >= from && i.PublishedAt < to);
        var children = await db.Participants.Where(p => p.LocalityId == here
                && ((p.JoinedOn >= first && p.JoinedOn <= last) || ideas.Any(i => i.AuthorId == p.Id) || db.VoterMarks.Any(m => m.ParticipantId == p.Id && votes.Contains(m.ConsultationId))))
            .GroupBy(p => p.AgeBand).Select(g => new { Band = g.Key, Children = g.Count() }).ToDictionaryAsync(g => g.Band, g => g.Children);
        var papers = await db.PaperBatches.Where(b => votes.Contains(b.ConsultationId) && b.Stage == PaperBatchStage.Counted).SumAsync(b => (b.Returned ?? 0) - b.Blank - b.Spoilt);
        var groups = await db.FocusGroupSessions.AsNoTracking().IgnoreAutoIncludes().InLocality(here).Where(s => s.HeldOn >= first && s.HeldOn <= last)
            .Select(s => new[] { s.From6To10, s.From11To13, s.From14To17 }).ToListAsync();
        var inGroups = Bands.Select((_, i) => groups.Sum(g => g[i])).ToArray();
        return new Reach(
            children.Values.Sum(),
            Told([.. Bands.Select(b => children.GetValueOrDefault(b))]),
            papers is > 0 and < SmallNumbers.FewestTold ? null : papers,
            groups.Count,
            inGroups.Sum(),
            Told(inGroups),
            await ideas.CountAsync());
    }

    /// <param name="figures">One for each band, in their order.</param>
    public static IReadOnlyList<BandFigure> Told(IReadOnlyList<int> figures) => [.. Bands.Zip(SmallNumbers.Hide(figures), (band, told) => new BandFigure(band, told))];

    /// <summary>As the last report of the year left them.</summary>
    private static async Task<IReadOnlyList<MonitoredMeasure>> MeasuresAsync(ChildFriendlyDb db, ActionPlan plan, int year, DateTime to)
    {
        var checks = await db.MeasureChecks.Where(c => db.Measures.Any(m => m.Id == c.MeasureId && m.PlanId == plan.Id && m.Reports == c.Report)).CountsAsync();
        var measures = await db.Measures.AsNoTracking().Where(m => m.PlanId == plan.Id).OrderBy(m => m.Number).Select(m => new
        {
            m.Id,
            m.Number,
            m.Goal,
            m.Title,
            m.DueOn,
            IsChildrensIdea = m.InitiativeId != null,
            Planned = m.Budget.Where(b => b.Year == year).Sum(b => b.PlannedBani),
            Spent = m.Budget.Where(b => b.Year == year).Sum(b => b.SpentBani),
            All = m.Reports,
            Reports = m.Updates.Count(u => u.At < to),
            Last = m.Updates.Where(u => u.At < to).OrderByDescending(u => u.Position).Select(u => new { u.Stage, Text = u.Correction ?? u.Text }).FirstOrDefault(),
        }).ToListAsync();
        return measures.ConvertAll(m => new MonitoredMeasure(
            m.Number,
            m.Goal,
            m.Title,
            m.Last?.Stage ?? MeasureStage.NotStarted,
            m.Last is { Stage: MeasureStage.Late or MeasureStage.Stopped } last ? last.Text : "",
            m.DueOn,
            m.Planned,
            m.Spent,
            m.Reports,
            m.IsChildrensIdea,
            m.All == m.Reports && checks.TryGetValue(m.Id, out var said) && said.All >= CheckRules.Fewest ? new MonitoredChecks(said.CanSee, said.CannotSee, said.NotWhatWeAsked) : null));
    }

    private static async Task<Answers> IdeasAsync(ChildFriendlyDb db, Guid here, DateTime from, DateTime to, DateOnly until)
    {
        var asked = await db.Initiatives.AsNoTracking().IgnoreAutoIncludes().InLocality(here).Published()
            .Where(i => i.PublishedAt >= from && i.PublishedAt < to && i.Stage != InitiativeStage.MergedInto)
            .Select(i => new { i.PublishedAt, i.AnswerDueOn, Answer = i.Timeline.Where(t => t.Office != null && t.WithdrawnAt == null).OrderBy(t => t.Position).Select(t => new { t.At, t.DueOn }).FirstOrDefault() })
            .ToListAsync();
        return Count(asked.Select(a => (a.PublishedAt!.Value, (a.Answer?.DueOn ?? a.AnswerDueOn) ?? RomanianTime.DateOf(a.PublishedAt!.Value).AddDays(AnswerRules.DaysToAnswer), a.Answer?.At)), until);
    }

    private static async Task<Answers> RecommendationsAsync(ChildFriendlyDb db, Guid here, DateTime from, DateTime to, DateOnly until)
    {
        var asked = await db.Recommendations.AsNoTracking().InLocality(here).Where(r => r.SentAt >= from && r.SentAt < to)
            .Select(r => new { r.SentAt, r.AnswerDueOn, AnsweredAt = r.Answers.Where(a => a.WithdrawnAt == null).Min(a => (DateTime?)a.At) }).ToListAsync();
        return Count(asked.Select(a => (a.SentAt!.Value, a.AnswerDueOn!.Value, a.AnsweredAt)), until);
    }

    /// <summary>What was answered after the day on which the figures stand was open then.</summary>
    private static Answers Count(IEnumerable<(DateTime AskedAt, DateOnly DueOn, DateTime? AnsweredAt)> asked, DateOnly until)
    {
        var all = asked.Select(a => (Asked: RomanianTime.DateOf(a.AskedAt), a.DueOn, Answered: a.AnsweredAt is { } at && RomanianTime.DateOf(at) is var on && on <= until ? on : (DateOnly?)null)).ToList();
        var days = all.Where(a => a.Answered is not null).Select(a => a.Answered!.Value.DayNumber - a.Asked.DayNumber).Order().ToList();
        return new Answers(
            all.Count,
            all.Count(a => a.Answered <= a.DueOn),
            all.Count(a => a.Answered > a.DueOn),
            all.Count(a => a.Answered is null),
            all.Count(a => a.Answered is null && a.DueOn < until),
            days.Count == 0 ? null : days[days.Count / 2]);
    }
}
