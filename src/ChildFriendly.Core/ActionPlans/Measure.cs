using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

public enum MeasureStage
{
    NotStarted,
    OnTrack,
    Late,
    Done,
    Stopped,
}

/// <summary>One thing the town hall does under the plan, with who answers for it, by when and for how much.</summary>
public sealed class Measure : Entity, INumbered
{
    public const int TitleMaxLength = 120;
    public const int TextMaxLength = 2000;
    public const int OfficeMaxLength = 120;
    public const int CouncilViewMaxLength = 600;
    public const int WhatChangesMaxLength = 600;
    public const int RisksMaxLength = 1000;
    public const int LastArticle = 42;

    private readonly List<ProgressUpdate> updates = [];
    private readonly List<Milestone> milestones = [];
    private readonly List<BudgetLine> budget = [];
    private readonly List<Indicator> indicators = [];
    private readonly List<MeasureSource> sources = [];

    public Guid LocalityId { get; private init; }

    public Guid PlanId { get; private init; }

    public int Number { get; private init; }

    public GoalArea Goal { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>What will be different for children, in words for them.</summary>
    public string WhatChanges { get; private set; } = "";

    /// <summary>Article of the Convention on the Rights of the Child, 1 to 42 (the rest is about the Convention itself); null where none is named.</summary>
    public int? Article { get; private set; }

    /// <summary>The unit that answers for it.</summary>
    public string Responsible { get; private set; } = "";

    public string Partners { get; private set; } = "";

    public string Risks { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    /// <summary>Planned in all years from all sources, in bani, the hundredth of a leu; null where nothing is stated.</summary>
    public long? BudgetBani { get; private set; }

    public long CommittedBani { get; private set; }

    public long SpentBani { get; private set; }

    public MeasureStage Stage { get; private set; }

    /// <summary>How many reports there are.</summary>
    public int Reports { get; private set; }

    /// <summary>When somebody last reported, or when it came into the plan.</summary>
    public DateTime ReportedAt { get; private set; }

    /// <summary>Since when children say that they cannot see what is reported, and the town hall owes them an answer; null where nothing is asked.</summary>
    public DateTime? DoubtedAt { get; private set; }

    public DateOnly? DoubtAnswerDueOn => DoubtedAt is { } since ? RomanianTime.DateOf(since).AddDays(CheckRules.DaysToAnswer) : null;

    /// <summary>The child's idea it comes from.</summary>
    public Guid? InitiativeId { get; private init; }

    /// <summary>The recommendation of the children's council it answers.</summary>
    public Guid? RecommendationId { get; private set; }

    /// <summary>What the children's council thinks of it.</summary>
    public string? CouncilView { get; private set; }

    public IReadOnlyList<ProgressUpdate> Updates => updates;

    public IReadOnlyList<Milestone> Milestones => milestones;

    public IReadOnlyList<BudgetLine> Budget => budget;

    public IReadOnlyList<Indicator> Indicators => indicators;

    /// <summary>Votes and findings that it comes from.</summary>
    public IReadOnlyList<MeasureSource> Sources => sources;

    public MeasureSheet Sheet => new(Title, Goal, Article, Text, WhatChanges, Responsible, Partners, Risks, DueOn);

    internal override Enum? AuditedStage => Stage;

    public static Measure Include(ActionPlan plan, int number, MeasureSheet sheet, long? budgetBani, Guid? initiativeId, Actor by, DateTime now, Guid? id = null)
    {
        var measure = new Measure
        {
            Id = id ?? Guid.CreateVersion7(),
            LocalityId = plan.LocalityId,
            PlanId = plan.Id,
            Number = number,
            InitiativeId = initiativeId,
            Stage = MeasureStage.NotStarted,
            ReportedAt = now,
        };
        measure.Write(sheet);
        if (budgetBani is { } bani)
        {
            measure.budget.Add(new BudgetLine(measure.Id, sheet.DueOn.Year, BudgetSource.Local, bani, 0, 0));
            measure.AddUp();
        }

        measure.Record(new MeasureIncluded(by, now, sheet.Goal, initiativeId));
        return measure;
    }

    /// <summary>What the measure is, rewritten. What did not change is not recorded.</summary>
    public void Revise(MeasureSheet sheet, Actor by, DateTime now)
    {
        var changed = Sheet.DifferencesTo(sheet);
        if (changed.Count > 0)
        {
            Write(sheet);
            Record(new MeasureRevised(by, now, string.Join(' ', changed)));
        }
    }

    public void PlanMilestones(IEnumerable<(string Title, DateOnly DueOn, DateOnly? DoneOn)> planned, Actor by, DateTime now)
    {
        var wanted = planned.OrderBy(m => m.DueOn).ToList();
        milestones.RemoveAll(m => m.Position > wanted.Count);
        for (var i = 0; i < wanted.Count; i++)
        {
            var (title, dueOn, doneOn) = wanted[i];
            if (milestones.Find(m => m.Position == i + 1) is { } before)
            {
                before.Become(title, dueOn, doneOn);
            }
            else
            {
                milestones.Add(new Milestone(Id, i + 1, title, dueOn, doneOn));
            }
        }

        Record(new MilestonesPlanned(by, now, milestones.Count));
    }

    /// <param name="lines">One for each year and source, in bani.</param>
    public void PlanBudget(IEnumerable<BudgetLine> lines, Actor by, DateTime now)
    {
        var wanted = lines.ToDictionary(l => (l.Year, l.Source));
        budget.RemoveAll(l => !wanted.ContainsKey((l.Year, l.Source)));
        foreach (var line in wanted.Values)
        {
            if (budget.Find(l => (l.Year, l.Source) == (line.Year, line.Source)) is { } before)
            {
                before.Become(line.PlannedBani, line.CommittedBani, line.SpentBani);
            }
            else
            {
                budget.Add(new BudgetLine(Id, line.Year, line.Source, line.PlannedBani, line.CommittedBani, line.SpentBani));
            }
        }

        AddUp();
        Record(new BudgetPlanned(by, now, BudgetBani, CommittedBani, SpentBani));
    }

    public void Measured(Indicator indicator, Actor by, DateTime now)
    {
        if (!indicators.Contains(indicator))
        {
            indicators.Add(indicator);
        }

        Record(new IndicatorChanged(by, now, indicator.Position));
    }

    /// <param name="recommendationId">The recommendation that the measure answers; null when it answers none.</param>
    public void TakeCouncilView(Guid? recommendationId, string councilView, Actor by, DateTime now)
    {
        RecommendationId = recommendationId;
        CouncilView = councilView;
        Record(new CouncilViewGiven(by, now, recommendationId));
    }

    /// <summary>Read along with its sources.</summary>
    public void ComeFrom(IReadOnlyCollection<(MeasureSourceKind Kind, Guid ItemId)> items, Actor by, DateTime now)
    {
        if (items.Count == sources.Count && items.All(i => sources.Exists(s => (s.Kind, s.ItemId) == i)))
        {
            return;
        }

        sources.RemoveAll(s => !items.Contains((s.Kind, s.ItemId)));
        sources.AddRange(items.Where(i => !sources.Exists(s => (s.Kind, s.ItemId) == i)).Select(i => new MeasureSource(Id, i.Kind, i.ItemId)));
        Record(new MeasureLinked(by, now));
    }

    /// <summary>Its idea was taken down: where the measure carries the child's own title, it is named by how the town hall describes it.</summary>
    public void ForgetIdea(string ideaTitle, Actor by, DateTime now)
    {
        if (PlainText.Fold(Title) == PlainText.Fold(ideaTitle))
        {
            Title = PlainText.Start(Text, TitleMaxLength);
            Record(new MeasureRenamed(by, now));
        }
    }

    /// <param name="link">Where the evidence is; empty where there is none.</param>
    public void Report(MeasureStage stage, string text, string unit, Actor by, DateTime now, string link = "")
    {
        if (MeasureRules.RefuseToReport(this, stage) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        updates.Add(new ProgressUpdate(Id, updates.Count + 1, now, stage, text, unit) { Link = link });
        (Stage, Reports, ReportedAt, DoubtedAt) = (stage, updates.Count, now, null);
        Record(new ProgressReported(by, now, stage));
    }

    /// <summary>What was reported stays to be read beside the correction.</summary>
    public void Correct(int position, string text, Actor by, DateTime now)
    {
        updates.Single(u => u.Position == position).Correct(text, now);
        Record(new ProgressCorrected(by, now, position));
    }

    /// <summary>Too many children cannot see it: the next report is the answer.</summary>
    public void Doubt(DateTime now)
    {
        if (DoubtedAt is null)
        {
            DoubtedAt = now;
            Record(new MeasureDoubted(Actor.Program, now));
        }
    }

    private void Write(MeasureSheet sheet) =>
        (Title, Goal, Article, Text, WhatChanges, Responsible, Partners, Risks, DueOn) =
        (sheet.Title, sheet.Goal, sheet.Article, sheet.Text, sheet.WhatChanges, sheet.Responsible, sheet.Partners, sheet.Risks, sheet.DueOn);

    private void AddUp() =>
        (BudgetBani, CommittedBani, SpentBani) = (budget.Count == 0 ? null : budget.Sum(l => l.PlannedBani), budget.Sum(l => l.CommittedBani), budget.Sum(l => l.SpentBani));
}
