namespace ChildFriendly.Core.Shared;

/// <summary>State with verbs. Whatever changes its stage records a <see cref="Change"/>, which is audited in the same save.</summary>
public abstract class Entity
{
    private readonly List<(Change Change, Enum? Stage)> changes = [];

    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, raised by the save interceptor on every update.</summary>
    public int Version { get; internal set; }

    /// <summary>
    /// What an audit row about this entity is about; a fact of many people points at what it adds to. Null where the id would say which child
    /// it was.
    /// </summary>
    internal virtual Guid? SubjectOf(Change change) => Id;

    /// <summary>Where it stands, as the audit says it before and after each change; null for what has no stages. Only by columns of its own table.</summary>
    internal virtual Enum? AuditedStage => null;

    /// <summary>What happened, each with the stage after it.</summary>
    internal IReadOnlyList<(Change Change, Enum? Stage)> Changes => changes;

    internal void ForgetChanges() => changes.Clear();

    /// <summary>Called by a verb when it is done: the stage is noted as it is now.</summary>
    protected void Record(Change change) => changes.Add((change, AuditedStage));
}

/// <summary>Belongs to one locality: audited there, and its public pages are dropped from the cache there.</summary>
public interface ILocal
{
    Guid LocalityId { get; }
}

/// <summary>Has a number that people see in addresses, counted within its locality.</summary>
public interface INumbered : ILocal
{
    int Number { get; }
}
