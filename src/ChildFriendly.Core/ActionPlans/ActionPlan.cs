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

/// <summary>Which framework the goal areas of a plan are those of: two are in circulation, and plans outlive them.</summary>
public enum GoalFramework
{
    /// <summary>Five goal areas, 2018: those of <see cref="GoalArea"/>.</summary>
    FiveGoals2018,
}

/// <summary>With what the plan was adopted.</summary>
/// <param name="Number">As the council counts its decisions; empty where none is named.</param>
/// <param name="Link">Where it is to be read; empty where it is nowhere.</param>
public sealed record CouncilDecision(string Number, DateOnly On, string Link);

/// <summary>The Local Action Plan of a locality.</summary>
public sealed class ActionPlan : Entity, ILocal
{
    public const int TitleMaxLength = 120;
    public const int SummaryMaxLength = 1000;
    public const int DecisionNumberMaxLength = 40;
    public const int DecisionLinkMaxLength = 300;

    public Guid LocalityId { get; private init; }

    public string Title { get; private init; } = "";

    public string Summary { get; private init; } = "";

    public int FromYear { get; private init; }

    public int ToYear { get; private init; }

    public ActionPlanStage Stage { get; private set; }

    public GoalFramework Framework { get; private init; }

    /// <summary>When the draft was put up for public debate; null where it never was.</summary>
    public DateOnly? DebateFrom { get; private set; }

    /// <summary>The last day on which children and adults can say what they think.</summary>
    public DateOnly? DebateUntil { get; private set; }

    /// <summary>It becomes a decision of the Local Council: the dates of Law 52/2003 hold.</summary>
    public bool IsCouncilDecision { get; private set; }

    public string DecisionNumber { get; private set; } = "";

    public DateOnly? DecidedOn { get; private set; }

    public string DecisionLink { get; private set; } = "";

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

    /// <summary>The debate ends by itself when its last day is over.</summary>
    public bool IsInDebate(DateTime now) => Stage == ActionPlanStage.PublicDebate && now < RomanianTime.StartOf(DebateUntil!.Value.AddDays(1));

    public void OpenDebate(DateOnly until, bool isCouncilDecision, Actor by, DateTime now)
    {
        if (Stage != ActionPlanStage.Draft)
        {
            throw new InvalidOperationException($"Not possible in stage {Stage}.");
        }

        (Stage, DebateFrom, DebateUntil, IsCouncilDecision) = (ActionPlanStage.PublicDebate, RomanianTime.DateOf(now), until, isCouncilDecision);
        Record(new DebateOpened(by, now, until, isCouncilDecision));
    }

    /// <param name="decision">Null where the plan is adopted otherwise.</param>
    public void Adopt(Actor by, DateTime now, CouncilDecision? decision = null)
    {
        if (Stage is not (ActionPlanStage.Draft or ActionPlanStage.PublicDebate))
        {
            throw new InvalidOperationException($"Not possible in stage {Stage}.");
        }

        Stage = ActionPlanStage.Adopted;
        if (decision is not null)
        {
            (DecisionNumber, DecidedOn, DecisionLink) = (decision.Number, decision.On, decision.Link);
        }

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

public sealed record DebateOpened(Actor By, DateTime At, DateOnly Until, bool IsCouncilDecision) : Change(By, At);

public sealed record ActionPlanAdopted(Actor By, DateTime At) : Change(By, At);

public sealed record ActionPlanStarted(Actor By, DateTime At) : Change(By, At);
