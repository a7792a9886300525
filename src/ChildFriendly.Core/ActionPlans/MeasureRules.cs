using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

public static class MeasureRules
{
    public static readonly Refusal Finished = new("plan.progress.finished");
    public static readonly Refusal NoPlan = new("plan.measure.no-plan");
    public static readonly Refusal InitiativeNotReady = new("plan.measure.initiative-not-ready");
    public static readonly Refusal DecisionComesFirst = new("plan.measure.decision-comes-first");
    public static readonly Refusal BackToNotStarted = new("plan.progress.back-to-not-started");
    public static readonly Refusal DueInThePast = new("plan.measure.due-in-the-past");
    public static readonly Refusal DoneInTheFuture = new("plan.milestone.done-in-the-future");
    public static readonly Refusal TargetBelowBaseline = new("plan.indicator.target-below-baseline");
    public static readonly Refusal TargetBeforeBaseline = new("plan.indicator.target-before-baseline");
    public static readonly Refusal NotANumber = new("plan.indicator.not-a-number");
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

    /// <summary>A measure that is done or stopped takes no further reports, unless children cannot see what is done and are owed an answer.</summary>
    public static Refusal? RefuseToReport(Measure measure) =>
        measure is { Stage: MeasureStage.Stopped } or { Stage: MeasureStage.Done, DoubtedAt: null } ? Finished : null;

    public static Refusal? RefuseToReport(Measure measure, MeasureStage stage) =>
        RefuseToReport(measure) ?? (stage == MeasureStage.NotStarted && measure.Stage != MeasureStage.NotStarted ? BackToNotStarted : null);

    public static int? DaysOverdue(MeasureStage stage, DateOnly dueOn, DateOnly today) =>
        stage is not (MeasureStage.Done or MeasureStage.Stopped) && dueOn < today ? today.DayNumber - dueOn.DayNumber : null;

    /// <summary>The target lies on the better side of where it begins, and later.</summary>
    public static Refusal? RefuseTarget((int Year, long Value) baseline, (int Year, long Value) target, bool fallsWhenBetter) => target switch
    {
        _ when target.Year <= baseline.Year => TargetBeforeBaseline,
        _ when (fallsWhenBetter && target.Value >= baseline.Value) || (!fallsWhenBetter && target.Value <= baseline.Value) => TargetBelowBaseline,
        _ => null,
    };
}
