using ChildFriendly.Core.Initiatives;
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

    private readonly List<ProgressUpdate> updates = [];

    public Guid LocalityId { get; private init; }

    public Guid PlanId { get; private init; }

    public int Number { get; private init; }

    public GoalArea Goal { get; private init; }

    public string Title { get; private set; } = "";

    public string Text { get; private init; } = "";

    public string Responsible { get; private init; } = "";

    public DateOnly DueOn { get; private init; }

    /// <summary>In bani, the hundredth of a leu; null where nothing is stated.</summary>
    public long? BudgetBani { get; private init; }

    public MeasureStage Stage { get; private set; }

    /// <summary>The child's idea it comes from.</summary>
    public Guid? InitiativeId { get; private init; }

    /// <summary>The recommendation of the children's council it answers.</summary>
    public Guid? RecommendationId { get; private set; }

    /// <summary>What the children's council thinks of it.</summary>
    public string? CouncilView { get; private set; }

    public IReadOnlyList<ProgressUpdate> Updates => updates;

    internal override Enum? AuditedStage => Stage;

    public static Measure Include(
        ActionPlan plan, int number, GoalArea goal, string title, string text, string responsible, DateOnly dueOn, long? budgetBani,
        Guid? initiativeId, Actor by, DateTime now, Guid? id = null)
    {
        var measure = new Measure
        {
            Id = id ?? Guid.CreateVersion7(),
            LocalityId = plan.LocalityId,
            PlanId = plan.Id,
            Number = number,
            Goal = goal,
            Title = title,
            Text = text,
            Responsible = responsible,
            DueOn = dueOn,
            BudgetBani = budgetBani,
            InitiativeId = initiativeId,
            Stage = MeasureStage.NotStarted,
        };
        measure.Record(new MeasureIncluded(by, now, goal, initiativeId));
        return measure;
    }

    /// <param name="recommendationId">The recommendation that the measure answers; null when it answers none.</param>
    public void TakeCouncilView(Guid? recommendationId, string councilView, Actor by, DateTime now)
    {
        RecommendationId = recommendationId;
        CouncilView = councilView;
        Record(new CouncilViewGiven(by, now, recommendationId));
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

    public void Report(MeasureStage stage, string text, string unit, Actor by, DateTime now)
    {
        if (MeasureRules.RefuseToReport(this, stage) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        updates.Add(new ProgressUpdate(Id, updates.Count + 1, now, stage, text, unit));
        Stage = stage;
        Record(new ProgressReported(by, now, stage));
    }
}

/// <summary>What was done since the last time, by which unit.</summary>
public sealed class ProgressUpdate
{
    public const int TextMaxLength = 1000;

    internal ProgressUpdate(Guid measureId, int position, DateTime at, MeasureStage stage, string text, string unit)
    {
        MeasureId = measureId;
        Position = position;
        At = at;
        Stage = stage;
        Text = text;
        Unit = unit;
    }

    public Guid MeasureId { get; private init; }

    public int Position { get; private init; }

    public DateTime At { get; private init; }

    public MeasureStage Stage { get; private init; }

    public string Text { get; private init; }

    public string Unit { get; private init; }
}

public static class MeasureRules
{
    public static readonly Refusal Finished = new("plan.progress.finished");
    public static readonly Refusal NoPlan = new("plan.measure.no-plan");
    public static readonly Refusal InitiativeNotReady = new("plan.measure.initiative-not-ready");
    public static readonly Refusal DecisionComesFirst = new("plan.measure.decision-comes-first");
    public static readonly Refusal BackToNotStarted = new("plan.progress.back-to-not-started");
    public static readonly Refusal DueInThePast = new("plan.measure.due-in-the-past");
    public static readonly Refusal DueAfterThePlan = new("plan.measure.due-after-the-plan");

    /// <param name="initiative">The child's idea behind it, if any.</param>
    public static Refusal? RefuseToInclude(ActionPlan? plan, Initiative? initiative) => initiative switch
    {
        _ when plan is null => NoPlan,
        { AwaitsDecision: true } => DecisionComesFirst,
        { Stage: not (InitiativeStage.Selected or InitiativeStage.Accepted or InitiativeStage.PartlyAccepted) } => InitiativeNotReady,
        _ => null,
    };

    /// <summary>A measure is due from today until the end of the plan's last year.</summary>
    public static Refusal? RefuseDueDate(ActionPlan plan, DateOnly dueOn, DateOnly today) =>
        dueOn < today ? DueInThePast : dueOn.Year > plan.ToYear ? DueAfterThePlan : null;

    /// <summary>A measure that is done or stopped takes no further reports.</summary>
    public static Refusal? RefuseToReport(Measure measure) => measure.Stage is MeasureStage.Done or MeasureStage.Stopped ? Finished : null;

    public static Refusal? RefuseToReport(Measure measure, MeasureStage stage) =>
        RefuseToReport(measure) ?? (stage == MeasureStage.NotStarted && measure.Stage != MeasureStage.NotStarted ? BackToNotStarted : null);

    public static int? DaysOverdue(MeasureStage stage, DateOnly dueOn, DateOnly today) =>
        stage is not (MeasureStage.Done or MeasureStage.Stopped) && dueOn < today ? today.DayNumber - dueOn.DayNumber : null;
}

public sealed record MeasureIncluded(Actor By, DateTime At, GoalArea Goal, Guid? InitiativeId) : Change(By, At);

public sealed record MeasureRenamed(Actor By, DateTime At) : Change(By, At);

public sealed record CouncilViewGiven(Actor By, DateTime At, Guid? RecommendationId) : Change(By, At);

public sealed record ProgressReported(Actor By, DateTime At, MeasureStage Stage) : Change(By, At);
