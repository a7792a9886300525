using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

public enum ActionPlanStage
{
    Draft,
    PublicDebate,
    Adopted,
    Implementing,
    Evaluated,
    Archived,
}

/// <summary>The Local Action Plan of a locality.</summary>
public sealed class ActionPlan : Entity, ILocal
{
    public const int TitleMaxLength = 120;
    public const int SummaryMaxLength = 1000;

    public Guid LocalityId { get; private init; }

    public string Title { get; private init; } = "";

    public string Summary { get; private init; } = "";

    public int FromYear { get; private init; }

    public int ToYear { get; private init; }

    public ActionPlanStage Stage { get; private set; }

    internal override Enum? AuditedStage => Stage;

    public static ActionPlan Draft(Guid localityId, string title, string summary, int fromYear, int toYear, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(),
        LocalityId = localityId,
        Title = title,
        Summary = summary,
        FromYear = fromYear,
        ToYear = toYear,
        Stage = ActionPlanStage.Draft,
    };

    public void Adopt(Actor by, DateTime now)
    {
        if (Stage is not (ActionPlanStage.Draft or ActionPlanStage.PublicDebate))
        {
            throw new InvalidOperationException($"Not possible in stage {Stage}.");
        }

        Stage = ActionPlanStage.Adopted;
        Record(new ActionPlanAdopted(by, now));
    }

    public void StartImplementing(Actor by, DateTime now)
    {
        if (Stage != ActionPlanStage.Adopted)
        {
            throw new InvalidOperationException($"Not possible in stage {Stage}.");
        }

        Stage = ActionPlanStage.Implementing;
        Record(new ActionPlanStarted(by, now));
    }
}

public sealed record ActionPlanAdopted(Actor By, DateTime At) : Change(By, At);

public sealed record ActionPlanStarted(Actor By, DateTime At) : Change(By, At);
