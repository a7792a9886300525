using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

/// <summary>A report on a measure that is not published yet, with its photos and documents. One for each measure, for everybody at the desk.</summary>
public sealed class ReportDraft : Entity, ILocal
{
    private readonly List<MeasureFile> files = [];

    public Guid LocalityId { get; private init; }

    public Guid MeasureId { get; private init; }

    /// <summary>Null where nobody has chosen yet.</summary>
    public MeasureStage? Stage { get; private set; }

    public string Text { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public string Link { get; private set; } = "";

    public DateTime SavedAt { get; private set; }

    public IReadOnlyList<MeasureFile> Files => files;

    public static ReportDraft Of(Measure measure) => new() { MeasureId = measure.Id, LocalityId = measure.LocalityId };

    public void Write(MeasureStage? stage, string text, string unit, string link, Actor by, DateTime now)
    {
        (Stage, Text, Unit, Link, SavedAt) = (stage, text, unit, link, now);
        Record(new ReportDrafted(by, now));
    }

    public void Add(MeasureFile file, Actor by, DateTime now)
    {
        if (MeasureFileRules.RefuseToAdd(this, file.Kind) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        files.Add(file);
        SavedAt = now;
        Record(new MeasureFileAdded(by, now, file.Kind));
    }

    public void TakeAway(MeasureFile file, Actor by, DateTime now)
    {
        files.Remove(file);
        SavedAt = now;
        Record(new MeasureFileTakenAway(by, now, file.Kind));
    }

    /// <summary>What was added goes with the report of that number; the draft itself is over.</summary>
    public void GoWith(int position)
    {
        foreach (var file in files)
        {
            file.Publish(position);
        }

        files.Clear();
    }

    internal override Guid? SubjectOf(Change change) => MeasureId;
}

public sealed record ReportDrafted(Actor By, DateTime At) : Change(By, At);

public sealed record MeasureFileAdded(Actor By, DateTime At, MeasureFileKind Kind) : Change(By, At);

public sealed record MeasureFileTakenAway(Actor By, DateTime At, MeasureFileKind Kind) : Change(By, At);
