using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

public enum SituationStage
{
    Draft,
    Published,
}

/// <summary>A figure of the situation, in thousandths of its unit.</summary>
public sealed record SituationFigure(string Name, long Value, string Unit, int Year, string Source);

/// <summary>How children live here now: what a plan starts from.</summary>
public sealed class SituationAnalysis : Entity, ILocal
{
    public const int TextMaxLength = 20_000;
    public const int YoungMaxLength = 1500;
    public const int MostFigures = 12;

    private readonly List<SituationIndicator> indicators = [];
    private readonly List<SituationGroup> groups = [];

    public Guid LocalityId { get; private init; }

    public Guid PlanId { get; private init; }

    public SituationStage Stage { get; private set; }

    /// <summary>Markdown.</summary>
    public string Text { get; private set; } = "";

    /// <summary>For 6–10, as plain text.</summary>
    public string Young { get; private set; } = "";

    public DateOnly? PublishedOn { get; private set; }

    /// <summary>When something was last changed that everybody had seen.</summary>
    public DateOnly? CorrectedOn { get; private set; }

    public IReadOnlyList<SituationIndicator> Indicators => indicators;

    /// <summary>Focus groups whose findings stand beside it.</summary>
    public IReadOnlyList<SituationGroup> Groups => groups;

    internal override Enum? AuditedStage => Stage;

    public static SituationAnalysis Begin(ActionPlan plan) => new() { LocalityId = plan.LocalityId, PlanId = plan.Id };

    /// <summary>Rewritten as a whole; once it is published, with the day of the correction.</summary>
    public void Write(string text, string young, IReadOnlyList<SituationFigure> figures, IReadOnlyCollection<Guid> sessionIds, Actor by, DateTime now)
    {
        (Text, Young) = (text, young);
        indicators.RemoveAll(i => i.Position > figures.Count);
        for (var i = 0; i < figures.Count; i++)
        {
            if (indicators.Find(f => f.Position == i + 1) is { } before)
            {
                before.Become(figures[i]);
            }
            else
            {
                indicators.Add(new SituationIndicator(Id, i + 1, figures[i].Name, figures[i].Value, figures[i].Unit, figures[i].Year, figures[i].Source));
            }
        }

        groups.RemoveAll(g => !sessionIds.Contains(g.SessionId));
        groups.AddRange(sessionIds.Where(s => !groups.Exists(g => g.SessionId == s)).Select(s => new SituationGroup(Id, s)));
        if (Stage == SituationStage.Published)
        {
            CorrectedOn = RomanianTime.DateOf(now);
        }

        Record(new SituationWritten(by, now));
    }

    public void Publish(Actor by, DateTime now)
    {
        if (Stage != SituationStage.Draft)
        {
            throw new InvalidOperationException("Published already.");
        }

        (Stage, PublishedOn) = (SituationStage.Published, RomanianTime.DateOf(now));
        Record(new SituationPublished(by, now));
    }
}

public sealed class SituationIndicator(Guid analysisId, int position, string name, long value, string unit, int year, string source)
{
    public Guid AnalysisId { get; private init; } = analysisId;

    public int Position { get; private init; } = position;

    public string Name { get; private set; } = name;

    public long Value { get; private set; } = value;

    public string Unit { get; private set; } = unit;

    public int Year { get; private set; } = year;

    public string Source { get; private set; } = source;

    internal void Become(SituationFigure figure) => (Name, Value, Unit, Year, Source) = (figure.Name, figure.Value, figure.Unit, figure.Year, figure.Source);
}

public sealed class SituationGroup(Guid analysisId, Guid sessionId)
{
    public Guid AnalysisId { get; private init; } = analysisId;

    public Guid SessionId { get; private init; } = sessionId;
}

public sealed record SituationWritten(Actor By, DateTime At) : Change(By, At);

public sealed record SituationPublished(Actor By, DateTime At) : Change(By, At);
