namespace ChildFriendly.Core.ActionPlans;

/// <summary>A step on the way, by when.</summary>
public sealed class Milestone
{
    public const int TitleMaxLength = 120;
    public const int Most = 12;

    internal Milestone(Guid measureId, int position, string title, DateOnly dueOn, DateOnly? doneOn)
    {
        (MeasureId, Position, Title, DueOn, DoneOn) = (measureId, position, title, dueOn, doneOn);
    }

    public Guid MeasureId { get; private init; }

    public int Position { get; private init; }

    public string Title { get; private set; }

    public DateOnly DueOn { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    internal void Become(string title, DateOnly dueOn, DateOnly? doneOn) => (Title, DueOn, DoneOn) = (title, dueOn, doneOn);
}

public enum BudgetSource
{
    Local,
    County,
    State,
    European,
    Donors,
    Other,
}

/// <summary>Money of one year from one source, in bani.</summary>
public sealed class BudgetLine(Guid measureId, int year, BudgetSource source, long plannedBani, long committedBani, long spentBani)
{
    public Guid MeasureId { get; private init; } = measureId;

    public int Year { get; private init; } = year;

    public BudgetSource Source { get; private init; } = source;

    public long PlannedBani { get; private set; } = plannedBani;

    public long CommittedBani { get; private set; } = committedBani;

    public long SpentBani { get; private set; } = spentBani;

    internal void Become(long plannedBani, long committedBani, long spentBani) => (PlannedBani, CommittedBani, SpentBani) = (plannedBani, committedBani, spentBani);
}

/// <summary>How one sees that it works: from where, to where, measured each year. Numbers in thousandths of the unit.</summary>
public sealed class Indicator
{
    public const int NameMaxLength = 120;
    public const int DefinitionMaxLength = 300;
    public const int UnitMaxLength = 40;
    public const int SourceMaxLength = 120;
    public const int Most = 6;

    private readonly List<IndicatorValue> values = [];

    public Guid MeasureId { get; private init; }

    public int Position { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>What is counted, and how.</summary>
    public string Definition { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public long Baseline { get; private set; }

    public int BaselineYear { get; private set; }

    public long Target { get; private set; }

    public int TargetYear { get; private set; }

    /// <summary>A smaller number is better: accidents, waiting days.</summary>
    public bool FallsWhenBetter { get; private set; }

    public IReadOnlyList<IndicatorValue> Values => values;

    public static Indicator Of(Measure measure) => new() { MeasureId = measure.Id, Position = (measure.Indicators.Count == 0 ? 0 : measure.Indicators.Max(i => i.Position)) + 1 };

    public void Define(string name, string definition, string unit, (int Year, long Value) baseline, (int Year, long Value) target, bool fallsWhenBetter) =>
        (Name, Definition, Unit, BaselineYear, Baseline, TargetYear, Target, FallsWhenBetter) =
        (name, definition, unit, baseline.Year, baseline.Value, target.Year, target.Value, fallsWhenBetter);

    /// <summary>What was measured in a year; once more, and it is corrected.</summary>
    public void Note(int year, long value, string source, DateTime now)
    {
        if (values.Find(v => v.Year == year) is { } noted)
        {
            noted.Become(value, source, now);
        }
        else
        {
            values.Add(new IndicatorValue(MeasureId, Position, year, value, source, now));
        }
    }
}

public sealed class IndicatorValue(Guid measureId, int position, int year, long value, string source, DateTime notedAt)
{
    public Guid MeasureId { get; private init; } = measureId;

    public int Position { get; private init; } = position;

    public int Year { get; private init; } = year;

    public long Value { get; private set; } = value;

    public string Source { get; private set; } = source;

    public DateTime NotedAt { get; private set; } = notedAt;

    internal void Become(long value, string source, DateTime notedAt) => (Value, Source, NotedAt) = (value, source, notedAt);
}
