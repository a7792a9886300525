using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.ActionPlans;

public sealed class PlanVersionTests
{
    private static readonly DateTime Now = new(2026, 3, 4, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Staff = Actor.Of(Role.CouncilStaff, Guid.CreateVersion7());
    private static readonly MeasureSheet Benches = new("Bănci", GoalArea.Play, 31, "Punem bănci.", "Stăm jos.", "Parcuri", "Școala", "Bani", new DateOnly(2027, 1, 1));

    [Fact]
    public void What_was_added_dropped_and_changed_is_told_field_by_field()
    {
        VersionedMeasure[] before = [new(1, Benches, 100_00), new(2, Benches, null), new(3, Benches, 5_00)];
        VersionedMeasure[] after = [new(4, Benches, null), new(3, Benches, 5_00), new(1, Benches with { Title = "Bănci noi", DueOn = new DateOnly(2028, 1, 1) }, 200_00)];

        var differences = PlanVersions.Compare(before, after);

        Assert.Equal([1, 2, 4], differences.Select(d => d.Number));
        Assert.Equal(
            [("Title", "Bănci", "Bănci noi"), ("DueOn", new DateOnly(2027, 1, 1), new DateOnly(2028, 1, 1)), ("Budget", 100_00L, (object?)200_00L)],
            differences[0].Fields.Select(f => (f.Field, f.Before, f.After)));
        Assert.True(differences[1] is { After: null, Fields.Count: 0 } && differences[2] is { Before: null, Fields.Count: 0 });
        Assert.Empty(PlanVersions.Compare(before, before));
    }

    [Fact]
    public void A_version_keeps_the_plan_as_it_was()
    {
        var plan = ActionPlan.Draft(Guid.CreateVersion7(), "Planul", "", 2026, 2028);
        plan.Adopt(Staff, Now, new CouncilDecision("12", new DateOnly(2026, 3, 1), "/ro/pages/plan"));
        VersionedMeasure[] measures = [new(2, Benches, null), new(1, Benches with { Goal = GoalArea.Environment, Article = null }, 1)];

        var version = PlanVersion.Freeze(plan, 3, "Mai multe bănci", measures, Staff, Now);

        Assert.Equal([measures[1], measures[0]], version.Read());
        Assert.Equal((ActionPlanStage.Adopted, GoalFramework.FiveGoals2018, "12", "/ro/pages/plan"), (version.Stage, version.Framework, version.DecisionNumber, version.DecisionLink));
        Assert.Contains("\"Environment\"", version.Measures, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_version_is_published_only_of_an_adopted_plan_that_has_changed()
    {
        VersionedMeasure[] last = [new(1, Benches, null)];
        VersionedMeasure[] changed = [new(1, Benches with { Risks = "" }, null)];
        var plan = ActionPlan.Draft(Guid.CreateVersion7(), "Planul", "", 2026, 2028);

        Assert.Equal(PlanVersions.NotAdopted, PlanVersions.RefuseToPublish(plan, last, changed));
        plan.OpenDebate(new DateOnly(2026, 3, 20), isCouncilDecision: false, Staff, Now);
        Assert.Equal(PlanVersions.NotAdopted, PlanVersions.RefuseToPublish(plan, last, changed));
        plan.Adopt(Staff, Now);
        Assert.Equal(PlanVersions.NothingNew, PlanVersions.RefuseToPublish(plan, last, last));
        Assert.Null(PlanVersions.RefuseToPublish(plan, last, changed));
        plan.StartImplementing(Staff, Now);
        Assert.Null(PlanVersions.RefuseToPublish(plan, last: null, changed));
    }

    [Fact]
    public void A_situation_is_corrected_with_the_day_once_it_is_public()
    {
        var plan = ActionPlan.Draft(Guid.CreateVersion7(), "Planul", "", 2026, 2028);
        var situation = SituationAnalysis.Begin(plan);
        var group = Guid.CreateVersion7();
        situation.Write("Text", "Scurt", [new("Locuri de joacă", 3000, "locuri", 2025, "Primăria"), new("Copii", 900_000, "copii", 2025, "INS")], [group], Staff, Now);
        Assert.Null(situation.CorrectedOn);

        situation.Publish(Staff, Now);
        situation.Write("Alt text", "Scurt", [new("Locuri de joacă", 4000, "locuri", 2025, "Primăria")], [], Staff, Now.AddDays(1));

        Assert.Equal((new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 5)), (situation.PublishedOn, situation.CorrectedOn));
        Assert.Equal(4000, Assert.Single(situation.Indicators).Value);
        Assert.Empty(situation.Groups);
        Assert.Throws<InvalidOperationException>(() => situation.Publish(Staff, Now));
    }
}
