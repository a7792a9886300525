namespace ChildFriendly.Core.Participation;

/// <summary>Several age bands at once: for whom something is.</summary>
[Flags]
public enum AgeBands
{
    None = 0,
    From6To10 = 1,
    From11To13 = 2,
    From14To17 = 4,
    All = From6To10 | From11To13 | From14To17,
}

public static class AgeBandsOf
{
    public static AgeBands Bands(this AgeBand band) => band switch
    {
        AgeBand.From6To10 => AgeBands.From6To10,
        AgeBand.From11To13 => AgeBands.From11To13,
        AgeBand.From14To17 => AgeBands.From14To17,
        _ => throw new ArgumentOutOfRangeException(nameof(band), band, message: null),
    };
}
