using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans;

public sealed class MeasureModel(Wording texts) : SitePage
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

    /// <summary>Votes and findings that it comes from.</summary>
    public IReadOnlyList<MeasureSourceLine> Sources { get; private set; } = [];

    /// <summary>Photos and documents of its reports, without their bytes.</summary>
    public IReadOnlyList<MeasureFile> Files { get; private set; } = [];

    public IReadOnlyList<MeasureFile> FilesOf(ProgressUpdate report) => [.. Files.Where(f => f.UpdatePosition == report.Position)];

    public async Task<IActionResult> OnGetAsync(int number)
    {
        var found = await Open().Include(m => m.Milestones).Include(m => m.Budget).Include(m => m.Indicators).Include(m => m.Sources).AsSplitQuery()
            .SingleOrDefaultAsync(m => m.Number == number);
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

        Sources = await Db.MeasureSourcesAsync(Here.Id, [.. found.Sources.Select(s => s.ItemId)]);
        Files = await Db.MeasureFiles.AsNoTracking().Where(f => f.MeasureId == found.Id && f.UpdatePosition != null).OrderBy(f => f.AddedAt).ToListAsync();
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

    /// <summary>The values of one indicator as a file.</summary>
    public async Task<IActionResult> OnGetValuesAsync(int number, int indicator)
    {
        if (await Open().Include(m => m.Indicators).SingleOrDefaultAsync(m => m.Number == number) is not { } found || found.Indicators.SingleOrDefault(i => i.Position == indicator) is not { } asked)
        {
            return NotFound();
        }

        return FiguresFile.Of(this, $"{number}-{indicator}",
        [
            [texts["plan.indicator.year"], asked.Unit, texts["plan.indicator.source"]],
            [FiguresFile.Write(asked.BaselineYear), FiguresFile.Thousandths(asked.Baseline), texts["plan.indicator.baseline"]],
            .. asked.Values.OrderBy(v => v.Year).Select(v => (string[])[FiguresFile.Write(v.Year), FiguresFile.Thousandths(v.Value), v.Source]),
            [FiguresFile.Write(asked.TargetYear), FiguresFile.Thousandths(asked.Target), texts["plan.indicator.target"]],
        ]);
    }

    /// <summary>Its money by year and source as a file.</summary>
    public async Task<IActionResult> OnGetMoneyAsync(int number)
    {
        if (await Open().Include(m => m.Budget).SingleOrDefaultAsync(m => m.Number == number) is not { } found)
        {
            return NotFound();
        }

        return FiguresFile.Of(this, $"{number}-money",
        [
            [texts["plan.indicator.year"], texts["plan.money.source"], texts["plan.money.planned"], texts["plan.money.committed"], texts["plan.money.spent"]],
            .. found.Budget.OrderBy(l => l.Year).ThenBy(l => l.Source).Select(l => (string[])
                [FiguresFile.Write(l.Year), texts.Of("plan.source", l.Source), FiguresFile.Lei(l.PlannedBani), FiguresFile.Lei(l.CommittedBani), FiguresFile.Lei(l.SpentBani)]),
        ]);
    }

    /// <summary>Measures of plans that everybody sees.</summary>
    private IQueryable<Measure> Open() => Db.Measures.AsNoTracking().InLocality(Here.Id).InPublicPlan(Db);
}
