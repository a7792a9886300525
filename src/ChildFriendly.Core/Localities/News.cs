using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Localities;

/// <summary>A step that everybody can see: something came to stand so.</summary>
/// <param name="Stage">Where it stands since then.</param>
/// <param name="Path">Where it is to be read, within the locality.</param>
/// <param name="Said">What went with it, by adults; empty where nothing did.</param>
public sealed record NewsItem(DateTime At, Enum Stage, string Title, string Language, string Path, string Said);

/// <summary>What is new in a locality: read from what is there, the newest first. Nothing is written for it.</summary>
public static class News
{
    /// <summary>Everything: ideas, votes, measures, recommendations.</summary>
    public static async Task<IReadOnlyList<NewsItem>> NewsAsync(this ChildFriendlyDb db, Guid localityId, DateTime now, int most) =>
    [
        .. (await StepsOfAsync(db.Initiatives.InLocality(localityId).Published(), most))
            .Concat(await StepsOfAsync(db.Consultations.InLocality(localityId), now, most))
            .Concat(await db.PlanNewsAsync(localityId, most))
            .Concat(await StepsOfAsync(db.Recommendations.InLocality(localityId), most))
            .OrderByDescending(n => n.At).Take(most),
    ];

    /// <summary>What was reported on the measures of a locality's plans, and when a plan was put up for debate, adopted or published anew.</summary>
    public static async Task<IReadOnlyList<NewsItem>> PlanNewsAsync(this ChildFriendlyDb db, Guid localityId, int most)
    {
        var versions = await db.PlanVersions.InLocality(localityId).OrderByDescending(v => v.At).Take(most)
            .Select(v => new { v.At, v.Stage, v.Title, Plan = db.ActionPlans.Where(p => p.Id == v.PlanId).Select(p => p.Title).First() }).ToListAsync();
        var reports = await db.Measures.AsNoTracking().IgnoreAutoIncludes().InLocality(localityId).InPublicPlan(db)
            .SelectMany(m => m.Updates, (m, u) => new { m.Number, m.Title, u.At, u.Stage, Text = u.Correction ?? u.Text }).OrderByDescending(u => u.At).Take(most).ToListAsync();
        return
        [
            .. reports.Select(u => new NewsItem(u.At, u.Stage, u.Title, Initiative.DefaultLanguage, $"plan/measures/{u.Number}", u.Text))
                .Concat(versions.Select(v => new NewsItem(v.At, v.Stage, v.Plan, Initiative.DefaultLanguage, v.Stage == ActionPlanStage.PublicDebate ? "plan" : "plan/versions", v.Title)))
                .OrderByDescending(n => n.At).Take(most),
        ];
    }

    /// <summary>Steps of the ideas that a child proposed or supported, and of the votes it took part in.</summary>
    public static async Task<IReadOnlyList<NewsItem>> NewsForAsync(this ChildFriendlyDb db, Guid participantId, DateTime now, int most) =>
    [
        .. (await StepsOfAsync(db.Initiatives.Published().Where(i => i.AuthorId == participantId || db.Supports.Any(s => s.InitiativeId == i.Id && s.ParticipantId == participantId)), most))
            .Concat(await StepsOfAsync(db.Consultations.Where(c => db.VoterMarks.Any(m => m.ConsultationId == c.Id && m.ParticipantId == participantId)), now, most))
            .OrderByDescending(n => n.At).Take(most),
    ];

    public static async Task<IReadOnlyList<NewsItem>> StepsOfAsync(IQueryable<Initiative> initiatives, int most)
    {
        var steps = await initiatives.AsNoTracking().IgnoreAutoIncludes()
            .SelectMany(i => i.Timeline.Where(t => t.IsPublic && t.WithdrawnAt == null), (i, t) => new { i.Number, i.Title, i.Language, t.At, t.Stage, t.Sentence }).OrderByDescending(t => t.At).Take(most).ToListAsync();
        return steps.ConvertAll(t => new NewsItem(t.At, t.Stage, t.Title, t.Language, $"initiatives/{t.Number}", t.Sentence ?? ""));
    }

    private static async Task<IReadOnlyList<NewsItem>> StepsOfAsync(IQueryable<Consultation> consultations, DateTime now, int most)
    {
        var votes = await consultations.AsNoTracking().IgnoreAutoIncludes().Where(c => c.AnnouncedAt != null).OrderByDescending(c => c.ClosesAt).Take(most)
            .Select(c => new { c.Number, c.Title, c.AnnouncedAt, c.OpensAt, c.ClosedAt, c.DecidedAt, c.Stage }).ToListAsync();
        return
        [
            .. votes.SelectMany(c => new (DateTime? At, ConsultationStage Stage)[]
            {
                (c.AnnouncedAt, ConsultationStage.Announced), (c.OpensAt <= now ? c.OpensAt : null, ConsultationStage.Open), (c.ClosedAt, ConsultationStage.Closed), (c.DecidedAt, ConsultationStage.Decided),
            }.Where(s => s.At is not null).Select(s => new NewsItem(s.At!.Value, s.Stage, c.Title, Initiative.DefaultLanguage, $"consultations/{c.Number}", ""))),
        ];
    }

    private static async Task<IReadOnlyList<NewsItem>> StepsOfAsync(IQueryable<Recommendation> recommendations, int most)
    {
        var sent = await recommendations.AsNoTracking().Where(r => r.SentAt != null).OrderByDescending(r => r.SentAt).Take(most).ToListAsync();
        return
        [
            .. sent.Select(r => new NewsItem(r.SentAt!.Value, RecommendationStage.Sent, r.Title, Initiative.DefaultLanguage, $"council/recommendations/{r.Number}", "")),
            .. sent.Where(r => r.Answered is not null).Select(r => new NewsItem(r.Answered!.At, r.Answered.Decision, r.Title, Initiative.DefaultLanguage, $"council/recommendations/{r.Number}", r.Answered.Text)),
        ];
    }
}
