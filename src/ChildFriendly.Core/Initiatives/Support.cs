using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Initiatives;

/// <summary>"I want this too": once per child and initiative. Never touches the initiative's own row.</summary>
public sealed class Support : Entity, ILocal
{
    private Support()
    {
        Id = RandomId.New();
    }

    public Guid InitiativeId { get; private init; }

    /// <summary>Null once the child has ended their participation: the support stays a number.</summary>
    public Guid? ParticipantId { get; private set; }

    public Guid LocalityId { get; private init; }

    internal override Guid? SubjectOf(Change change) => InitiativeId;

    public static Support Of(Initiative initiative, Participant child, DateTime now)
    {
        var support = new Support { InitiativeId = initiative.Id, ParticipantId = child.Id, LocalityId = initiative.LocalityId };
        support.Record(new InitiativeSupported(Actor.Child, now));
        return support;
    }

    public void TakeBack(DateTime now) => Record(new SupportTakenBack(Actor.Child, now));

    internal void LosePerson() => ParticipantId = null;

    /// <summary>Carried over when two initiatives become one.</summary>
    public Support MovedTo(Initiative other) => new() { InitiativeId = other.Id, ParticipantId = ParticipantId, LocalityId = LocalityId };
}
