namespace ChildFriendly.Core.Shared;

/// <summary>State with verbs. Whatever changes its stage records a <see cref="Change"/>, which is audited in the same save.</summary>
public abstract class Entity
{
    private readonly List<Change> changes = [];

    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, raised by the save interceptor on every update.</summary>
    public int Version { get; internal set; }

    /// <summary>What an audit row about this entity is about; a fact of many people points at what it adds to.</summary>
    internal virtual Guid SubjectId => Id;

    internal IReadOnlyList<Change> Changes => changes;

    internal void ForgetChanges() => changes.Clear();

    protected void Record(Change change) => changes.Add(change);
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
