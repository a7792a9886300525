using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

public sealed record MeasureLinked(Actor By, DateTime At) : Change(By, At);

public sealed record MeasureIncluded(Actor By, DateTime At, GoalArea Goal, Guid? InitiativeId) : Change(By, At);

public sealed record MeasureRenamed(Actor By, DateTime At) : Change(By, At);

public sealed record CouncilViewGiven(Actor By, DateTime At, Guid? RecommendationId) : Change(By, At);

public sealed record ProgressReported(Actor By, DateTime At, MeasureStage Stage) : Change(By, At);

/// <param name="Fields">Names of what changed, with spaces between.</param>
public sealed record MeasureRevised(Actor By, DateTime At, string Fields) : Change(By, At);

public sealed record MilestonesPlanned(Actor By, DateTime At, int Milestones) : Change(By, At);

public sealed record BudgetPlanned(Actor By, DateTime At, long? PlannedBani, long CommittedBani, long SpentBani) : Change(By, At);

public sealed record IndicatorChanged(Actor By, DateTime At, int Indicator) : Change(By, At);

public sealed record ProgressCorrected(Actor By, DateTime At, int Position) : Change(By, At);

public sealed record MeasureDoubted(Actor By, DateTime At) : Change(By, At);

public sealed record MeasureChecked(Actor By, DateTime At) : Change(By, At);
