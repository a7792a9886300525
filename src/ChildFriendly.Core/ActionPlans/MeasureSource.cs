namespace ChildFriendly.Core.ActionPlans;

public enum MeasureSourceKind
{
    /// <summary>What children voted on and somebody has decided: an option of a vote.</summary>
    Vote,

    /// <summary>What a group of children said, as it was published.</summary>
    Finding,
}

/// <summary>One thing that a measure comes from, beside the idea that it was made from and the recommendation that it answers.</summary>
public sealed class MeasureSource
{
    internal MeasureSource(Guid measureId, MeasureSourceKind kind, Guid itemId) => (MeasureId, Kind, ItemId) = (measureId, kind, itemId);

    public Guid MeasureId { get; private init; }

    public MeasureSourceKind Kind { get; private init; }

    /// <summary>The id of the option or finding.</summary>
    public Guid ItemId { get; private init; }
}
