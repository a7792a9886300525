using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation;

/// <summary>A decision of last week, drawn by lot, on which another moderator decides once more without seeing the first.</summary>
public sealed class DecisionReview : Entity, ILocal
{
    public Guid LocalityId { get; private init; }

    public Guid CaseId { get; private init; }

    /// <summary>The Monday after the week in which it was decided.</summary>
    public DateOnly DrawnOn { get; private init; }

    public Guid? ReviewerId { get; private set; }

    public ModerationStage? Outcome { get; private set; }

    public DateTime? ReviewedAt { get; private set; }

    public static DecisionReview Draw(ModerationCase decided, DateOnly on) => new() { LocalityId = decided.LocalityId, CaseId = decided.Id, DrawnOn = on };

    public void Review(ModerationStage outcome, Guid staffId, Actor by, DateTime now)
    {
        if (ReviewedAt is not null)
        {
            throw new InvalidOperationException("Reviewed already.");
        }

        (Outcome, ReviewerId, ReviewedAt) = (outcome, staffId, now);
        Record(new DecisionReviewed(by, now));
    }
}

public sealed record DecisionReviewed(Actor By, DateTime At) : Change(By, At);
