namespace ChildFriendly.Core.Moderation.Screening;

/// <summary>What may stand in a text that a moderator should look at; a hint for a person, never a decision.</summary>
public enum FlagKind
{
    Person,
    Phone,
    Email,
    Url,
    Handle,
    Address,
    Cnp,
    Iban,
    Card,
    Plate,
    School,
    Class,
    Birthdate,
    Document,
    Place,
    Ip,
    Contact,
    Insult,
    Caps,
    Copy,
    Language,
}

/// <summary>Harm that a child may be telling about, its own or somebody else's.</summary>
public enum Concern
{
    AbuseHome,
    Bullying,
    SelfHarm,
    Neglect,
    Exploitation,
    RunningAway,
}

/// <param name="Start">In UTF-16 units of the text as it was given.</param>
public readonly record struct Flag(FlagKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}

/// <param name="Flags">In the order of the text.</param>
public sealed record ScreeningResult(IReadOnlyList<Flag> Flags, Concern? Concern);
