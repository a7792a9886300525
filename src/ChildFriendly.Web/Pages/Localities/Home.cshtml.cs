using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Pages.Shared;
using ChildFriendly.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Localities;

[InKeyLanguages]
public sealed class HomeModel : SitePage
{
    public IReadOnlyList<OpenVote> Votes { get; private set; } = [];

    /// <summary>The last day on which children can say what they think of the draft plan; null where none is debated.</summary>
    public DateOnly? PlanDebateUntil { get; private set; }

    public IReadOnlyList<InitiativeLine> Newest { get; private set; } = [];

    public IReadOnlyList<InitiativeLine> Done { get; private set; } = [];

    /// <summary>Answers and decisions that are late; the longest delay first.</summary>
    public IReadOnlyList<LateAnswer> Late { get; private set; } = [];

    /// <summary>Recommendations of the children's council whose clock runs.</summary>
    public IReadOnlyList<WaitingAnswer> Waiting { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Votes = await Db.Consultations.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id)
            .Where(c => (c.Stage == ConsultationStage.Open && c.ClosesAt > Now) || c.Stage == ConsultationStage.Announced)
            .OrderBy(c => c.ClosesAt).Take(3)
            .Select(c => new OpenVote(c.Number, c.Title, c.Stage, c.OpensAt, c.ClosesAt,
                Child != null && Db.VoterMarks.Any(m => m.ConsultationId == c.Id && m.ParticipantId == Child.Id))).ToListAsync();
        PlanDebateUntil = await Db.ActionPlans.InLocality(Here.Id).Where(p => p.Stage == ActionPlanStage.PublicDebate && p.DebateUntil >= Today).Select(p => p.DebateUntil).FirstOrDefaultAsync();
        var published = Db.Initiatives.InLocality(Here.Id).Published();
        Newest = await published.OrderByDescending(i => i.PublishedAt).Take(3).ToLines(Db).ToListAsync();
        Done = await published.Where(i => i.Stage == InitiativeStage.Done || i.Stage == InitiativeStage.ConfirmedByChildren)
            .OrderByDescending(i => i.ChangedAt).Take(2).ToLines(Db).ToListAsync();
        Late = await LateAnswersAsync();
        Waiting = await Db.Recommendations.AsNoTracking().InLocality(Here.Id).Where(r => r.Stage == RecommendationStage.Sent && r.AnswerDueOn >= Today)
            .OrderBy(r => r.AnswerDueOn).Take(3).Select(r => new WaitingAnswer(r.Number, r.Title, r.AnswerDueOn!.Value)).ToListAsync();
    }

    private async Task<List<LateAnswer>> LateAnswersAsync()
    {
        var initiatives = await Db.Initiatives.InLocality(Here.Id).Published().Where(i => i.AnswerDueOn < Today)
            .OrderBy(i => i.AnswerDueOn).Take(5).Select(i => new { i.Number, i.Title, i.AnswerDueOn }).ToListAsync();
        var recommendations = await Db.Recommendations.InLocality(Here.Id)
            .Where(r => r.Stage == RecommendationStage.Sent && r.AnswerDueOn < Today)
            .OrderBy(r => r.AnswerDueOn).Take(5).Select(r => new { r.Number, r.Title, r.AnswerDueOn }).ToListAsync();
        var late = initiatives.ConvertAll(i => new LateAnswer($"initiatives/{i.Number}", i.Title, InitiativeRules.DaysOverdue(i.AnswerDueOn, Today)!.Value));
        late.AddRange(recommendations.Select(r => new LateAnswer(
            $"council/recommendations/{r.Number}", r.Title, InitiativeRules.DaysOverdue(r.AnswerDueOn, Today)!.Value)));
        var asked = RomanianTime.StartOf(Today.AddDays(-CheckRules.DaysToAnswer));
        var doubted = await Db.Measures.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).Where(m => m.DoubtedAt < asked)
            .OrderBy(m => m.DoubtedAt).Take(5).Select(m => new { m.Number, m.Title, m.DoubtedAt }).ToListAsync();
        late.AddRange(doubted.Select(m => new LateAnswer(
            $"plan/measures/{m.Number}", m.Title, InitiativeRules.DaysOverdue(RomanianTime.DateOf(m.DoubtedAt!.Value).AddDays(CheckRules.DaysToAnswer), Today)!.Value)));
        return late.OrderByDescending(l => l.Days).ToList();
    }
}

public sealed record OpenVote(int Number, string Title, ConsultationStage Stage, DateTime OpensAt, DateTime ClosesAt, bool HasVoted);

public sealed record LateAnswer(string Path, string Title, int Days);

public sealed record WaitingAnswer(int Number, string Title, DateOnly DueOn);
