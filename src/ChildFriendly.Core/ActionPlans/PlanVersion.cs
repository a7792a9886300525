using System.Text.Json;
using System.Text.Json.Serialization;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.ActionPlans;

/// <summary>A measure as one version of the plan had it.</summary>
public sealed record VersionedMeasure(int Number, MeasureSheet Sheet, long? BudgetBani);

/// <summary>The plan as it became public in a new shape. Never changes.</summary>
public sealed class PlanVersion : Entity, ILocal
{
    public const int TitleMaxLength = 160;

    /// <summary>What lies in it is read for years: names, not numbers that move when a value is added.</summary>
    private static readonly JsonSerializerOptions Writing = new() { Converters = { new JsonStringEnumConverter() } };

    public Guid LocalityId { get; private init; }

    public Guid PlanId { get; private init; }

    /// <summary>Counted within its plan.</summary>
    public int Number { get; private init; }

    /// <summary>What is new in it.</summary>
    public string Title { get; private init; } = "";

    public ActionPlanStage Stage { get; private init; }

    public DateTime At { get; private init; }

    public GoalFramework Framework { get; private init; }

    public string DecisionNumber { get; private init; } = "";

    public DateOnly? DecidedOn { get; private init; }

    public string DecisionLink { get; private init; } = "";

    /// <summary>JSON of <see cref="VersionedMeasure"/>.</summary>
    public string Measures { get; private init; } = "";

    internal override Enum? AuditedStage => Stage;

    public static PlanVersion Freeze(ActionPlan plan, int number, string title, IEnumerable<VersionedMeasure> measures, Actor by, DateTime now, Guid? id = null)
    {
        var version = new PlanVersion
        {
            Id = id ?? Guid.CreateVersion7(),
            LocalityId = plan.LocalityId,
            PlanId = plan.Id,
            Number = number,
            Title = title,
            Stage = plan.Stage,
            At = now,
            Framework = plan.Framework,
            DecisionNumber = plan.DecisionNumber,
            DecidedOn = plan.DecidedOn,
            DecisionLink = plan.DecisionLink,
            Measures = JsonSerializer.Serialize(measures.OrderBy(m => m.Number), Writing),
        };
        version.Record(new PlanVersionPublished(by, now, number));
        return version;
    }

    public IReadOnlyList<VersionedMeasure> Read() => JsonSerializer.Deserialize<List<VersionedMeasure>>(Measures, Writing)!;
}

public sealed record PlanVersionPublished(Actor By, DateTime At, int Number) : Change(By, At);

/// <param name="Field">Name of a field of <see cref="MeasureSheet"/>, or Budget.</param>
public sealed record FieldDifference(string Field, object? Before, object? After);

/// <param name="Before">Null where the measure was added.</param>
/// <param name="After">Null where it was dropped.</param>
public sealed record MeasureDifference(int Number, VersionedMeasure? Before, VersionedMeasure? After, IReadOnlyList<FieldDifference> Fields);

public static class PlanVersions
{
    public const string Budget = "Budget";

    public static readonly Refusal NothingNew = new("desk.plan.versions.nothing-new");
    public static readonly Refusal NotAdopted = new("desk.plan.versions.not-adopted");

    /// <summary>Before adoption, the debate and the decision make the versions.</summary>
    /// <param name="last">What the last version had; null where there is none.</param>
    public static Refusal? RefuseToPublish(ActionPlan plan, IReadOnlyList<VersionedMeasure>? last, IReadOnlyList<VersionedMeasure> now) => plan.Stage switch
    {
        not (ActionPlanStage.Adopted or ActionPlanStage.Implementing) => NotAdopted,
        _ when last is not null && Compare(last, now).Count == 0 => NothingNew,
        _ => null,
    };

    /// <summary>What differs, in the order of the measures' numbers.</summary>
    public static IReadOnlyList<MeasureDifference> Compare(IReadOnlyList<VersionedMeasure> before, IReadOnlyList<VersionedMeasure> after)
    {
        var (old, recent) = (before.ToDictionary(m => m.Number), after.ToDictionary(m => m.Number));
        return [.. old.Keys.Union(recent.Keys).Order().Select(n => DifferenceOf(n, old.GetValueOrDefault(n), recent.GetValueOrDefault(n))).Where(d => d.Before is null || d.After is null || d.Fields.Count > 0)];
    }

    /// <summary>What belongs to the plan now; what was stopped, or left out after the debate, does not.</summary>
    public static async Task<IReadOnlyList<VersionedMeasure>> MeasuresNowAsync(this ChildFriendlyDb db, Guid planId) =>
        [.. (await db.Measures.AsNoTracking().IgnoreAutoIncludes().Where(m => m.PlanId == planId && m.Stage != MeasureStage.Stopped).OrderBy(m => m.Number).ToListAsync())
            .Select(m => new VersionedMeasure(m.Number, m.Sheet, m.BudgetBani))];

    /// <summary>Keeps the plan as it is now. Saves nothing by itself; the number is unique in its plan.</summary>
    public static async Task<PlanVersion> FreezeAsync(this ChildFriendlyDb db, ActionPlan plan, string title, Actor by, DateTime now, Guid? id = null)
    {
        var number = (await db.PlanVersions.Where(v => v.PlanId == plan.Id).MaxAsync(v => (int?)v.Number) ?? 0) + 1;
        var version = PlanVersion.Freeze(plan, number, title, await db.MeasuresNowAsync(plan.Id), by, now, id);
        db.Add(version);
        return version;
    }

    private static MeasureDifference DifferenceOf(int number, VersionedMeasure? before, VersionedMeasure? after)
    {
        var fields = new List<FieldDifference>();
        if (before is not null && after is not null)
        {
            fields.AddRange(before.Sheet.DifferencesTo(after.Sheet).Select(f => new FieldDifference(f, before.Sheet.ValueOf(f), after.Sheet.ValueOf(f))));
            if (before.BudgetBani != after.BudgetBani)
            {
                fields.Add(new FieldDifference(Budget, before.BudgetBani, after.BudgetBani));
            }
        }

        return new MeasureDifference(number, before, after, fields);
    }
}
