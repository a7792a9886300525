using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

/// <summary>Three faces beside a measure of a draft plan.</summary>
public enum DebateFace
{
    Good,
    Unsure,
    NotGood,
}

/// <summary>What a child thinks of a measure of the draft: once per child and measure, changed until the debate ends. Never touches the measure's own row.</summary>
public sealed class DebateReaction : Entity, ILocal
{
    private DebateReaction()
    {
        Id = RandomId.New();
    }

    public Guid LocalityId { get; private init; }

    public Guid MeasureId { get; private init; }

    /// <summary>Null once the child has ended their participation: the face stays as a number.</summary>
    public Guid? ParticipantId { get; private set; }

    public DebateFace Face { get; private set; }

    internal override Guid? SubjectOf(Change change) => MeasureId;

    public static DebateReaction Of(Measure measure, Participant child, DebateFace face, DateTime now)
    {
        var reaction = new DebateReaction { LocalityId = measure.LocalityId, MeasureId = measure.Id, ParticipantId = child.Id, Face = face };
        reaction.Record(new MeasureReactedTo(Actor.Child, now));
        return reaction;
    }

    public void Change(DebateFace face, DateTime now)
    {
        Face = face;
        Record(new MeasureReactedTo(Actor.Child, now));
    }

    internal void LosePerson() => ParticipantId = null;
}

public sealed record MeasureReactedTo(Actor By, DateTime At) : Change(By, At);
