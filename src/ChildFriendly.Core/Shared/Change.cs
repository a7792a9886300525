using System.Text.Json.Serialization;

namespace ChildFriendly.Core.Shared;

/// <summary>
/// Something that happened. Carries ids and stages, never a child's name or words: the audit outlives the right to be forgotten.
/// </summary>
public abstract record Change([property: JsonIgnore] Actor By, [property: JsonIgnore] DateTime At);

/// <summary>A change that readers of the audit do not see, not even that there was one: it is written in a chain of its own.</summary>
public interface IApart;

/// <summary>Somebody looked at what is not public. Audited like a change; nothing follows from it.</summary>
public abstract record Reading(Actor By, DateTime At) : Change(By, At);

/// <summary>Who acted: staff by id and role, a child by role only, the program itself by neither.</summary>
public readonly record struct Actor(Role? Role, Guid? StaffId)
{
    public static Actor Child { get; } = new(Shared.Role.Child, null);

    public static Actor Program { get; }

    public static Actor Of(Role role, Guid staffId) => new(role, staffId);

    /// <summary>An adult with their own account, in no role.</summary>
    public static Actor Self(Guid staffId) => new(null, staffId);
}
