using System.Security.Cryptography;
using System.Text;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans.Monitoring;

public enum MonitoringStage
{
    Draft,
    Published,
}

/// <summary>What a year of the plan brought: the figures, frozen when it is published, and what the town hall says about them.</summary>
public sealed class MonitoringReport : Entity, ILocal
{
    public const int SummaryMaxLength = 3000;
    public const int YoungMaxLength = 600;
    public const int MissingMaxLength = 1000;
    public const int BecauseMaxLength = 300;

    public Guid LocalityId { get; private init; }

    public Guid PlanId { get; private init; }

    public int Year { get; private init; }

    /// <summary>1, and one more for each correction; all that were published stay to be read.</summary>
    public int Edition { get; private init; }

    /// <summary>Why there is another edition; null for the first.</summary>
    public string? Because { get; private init; }

    public string Summary { get; private set; } = "";

    /// <summary>The same for 6–10.</summary>
    public string Young { get; private set; } = "";

    /// <summary>Who was not reached, and what will be done about it.</summary>
    public string Missing { get; private set; } = "";

    /// <summary>The vote in which children judged the year themselves; null where there was none.</summary>
    public Guid? AssessmentId { get; private set; }

    public MonitoringStage Stage { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>The data file, letter by letter; null while it is a draft.</summary>
    public string? Data { get; private set; }

    /// <summary>SHA-256 of the data file, in hexadecimal.</summary>
    public string? Checksum { get; private set; }

    internal override Enum? AuditedStage => Stage;

    public static MonitoringReport Begin(ActionPlan plan, int year, Actor by, DateTime now)
    {
        var report = new MonitoringReport { Id = Guid.CreateVersion7(), LocalityId = plan.LocalityId, PlanId = plan.Id, Year = year, Edition = 1 };
        report.Record(new MonitoringBegun(by, now, year));
        return report;
    }

    /// <summary>Another edition, which begins with what this one says.</summary>
    public MonitoringReport Correct(string because, Actor by, DateTime now)
    {
        if (Stage != MonitoringStage.Published)
        {
            throw new InvalidOperationException("Not published.");
        }

        var next = new MonitoringReport
        {
            Id = Guid.CreateVersion7(),
            LocalityId = LocalityId,
            PlanId = PlanId,
            Year = Year,
            Edition = Edition + 1,
            Because = because,
            Summary = Summary,
            Young = Young,
            Missing = Missing,
            AssessmentId = AssessmentId,
        };
        next.Record(new MonitoringBegun(by, now, Year));
        return next;
    }

    public void Write(string summary, string young, string missing, Guid? assessmentId, Actor by, DateTime now)
    {
        RequireDraft();
        (Summary, Young, Missing, AssessmentId) = (summary, young, missing, assessmentId);
        Record(new MonitoringWritten(by, now, Year));
    }

    public void Publish(MonitoringFigures figures, Actor by, DateTime now)
    {
        RequireDraft();
        if (MonitoringRules.RefuseToPublish(this, RomanianTime.DateOf(now)) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        Data = figures.ToJson();
        Checksum = ChecksumOf(Data);
        (Stage, PublishedAt) = (MonitoringStage.Published, now);
        Record(new MonitoringPublished(by, now, Year, Edition, Checksum));
    }

    public static string ChecksumOf(string data) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data)));

    private void RequireDraft()
    {
        if (Stage != MonitoringStage.Draft)
        {
            throw new InvalidOperationException("Published already.");
        }
    }
}

public static class MonitoringRules
{
    public static readonly Refusal YearNotOver = new("desk.monitoring.year-not-over");
    public static readonly Refusal OtherYear = new("desk.monitoring.other-year");
    public static readonly Refusal SummaryMissing = new("desk.monitoring.summary-missing");
    public static readonly Refusal YoungMissing = new("desk.monitoring.young-missing");
    public static readonly Refusal MissingMissing = new("desk.monitoring.missing-missing");

    /// <summary>The years that can be reported on today, the last one first.</summary>
    public static IEnumerable<int> YearsOf(ActionPlan plan, DateOnly today) =>
        Enumerable.Range(plan.FromYear, Math.Max(0, Math.Min(plan.ToYear, today.Year - 1) - plan.FromYear + 1)).Reverse();

    public static Refusal? RefuseToBegin(ActionPlan plan, int year, DateOnly today) =>
        year < plan.FromYear || year > plan.ToYear ? OtherYear : year >= today.Year ? YearNotOver : null;

    public static Refusal? RefuseToPublish(MonitoringReport report, DateOnly today) => report switch
    {
        _ when report.Year >= today.Year => YearNotOver,
        { Summary: "" } => SummaryMissing,
        { Young: "" } => YoungMissing,
        { Missing: "" } => MissingMissing,
        _ => null,
    };
}

public sealed record MonitoringBegun(Actor By, DateTime At, int Year) : Change(By, At);

public sealed record MonitoringWritten(Actor By, DateTime At, int Year) : Change(By, At);

public sealed record MonitoringPublished(Actor By, DateTime At, int Year, int Edition, string Checksum) : Change(By, At);
