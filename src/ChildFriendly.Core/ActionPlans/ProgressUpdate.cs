namespace ChildFriendly.Core.ActionPlans;

/// <summary>What was done since the last time, by which unit.</summary>
public sealed class ProgressUpdate
{
    public const int TextMaxLength = 1000;
    public const int LinkMaxLength = 300;

    internal ProgressUpdate(Guid measureId, int position, DateTime at, MeasureStage stage, string text, string unit)
    {
        MeasureId = measureId;
        Position = position;
        At = at;
        Stage = stage;
        Text = text;
        Unit = unit;
    }

    public Guid MeasureId { get; private init; }

    public int Position { get; private init; }

    public DateTime At { get; private init; }

    public MeasureStage Stage { get; private init; }

    public string Text { get; private init; }

    /// <summary>Where the evidence is: an address, or empty.</summary>
    public string Link { get; internal init; } = "";

    /// <summary>What it should have said; null where nothing was corrected.</summary>
    public string? Correction { get; private set; }

    public DateTime? CorrectedAt { get; private set; }

    public string Unit { get; private init; }

    internal void Correct(string text, DateTime now) => (Correction, CorrectedAt) = (text, now);
}
