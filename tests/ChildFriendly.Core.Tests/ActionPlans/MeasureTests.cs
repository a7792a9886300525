using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.FocusGroups;
using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.ActionPlans;

public sealed class MeasureTests
{
    private static readonly DateTime Now = new(2026, 3, 4, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Staff = Actor.Of(Role.CouncilStaff, Guid.CreateVersion7());

    public static TheoryData<MeasureStage> AllStages => [.. Enum.GetValues<MeasureStage>()];

    [Theory]
    [MemberData(nameof(AllStages))]
    public void A_finished_measure_takes_no_more_reports(MeasureStage stage)
    {
        var measure = Planned();
        if (stage != MeasureStage.NotStarted)
        {
            measure.Report(stage, "Ceva.", "Serviciul", Staff, Now);
        }

        var isFinished = stage is MeasureStage.Done or MeasureStage.Stopped;
        Assert.Equal(isFinished ? MeasureRules.Finished : null, MeasureRules.RefuseToReport(measure));
        if (isFinished)
        {
            Assert.Throws<InvalidOperationException>(() => measure.Report(MeasureStage.OnTrack, "x", "y", Staff, Now));
        }
    }

    [Theory]
    [InlineData(MeasureStage.OnTrack, 1, 1)]
    [InlineData(MeasureStage.NotStarted, 0, null)]
    [InlineData(MeasureStage.Late, 10, 10)]
    [InlineData(MeasureStage.Done, 10, null)]
    [InlineData(MeasureStage.Stopped, 10, null)]
    public void What_is_finished_is_never_overdue(MeasureStage stage, int daysPast, int? overdue)
    {
        var today = new DateOnly(2026, 3, 4);

        Assert.Equal(overdue, MeasureRules.DaysOverdue(stage, today.AddDays(-daysPast), today));
    }

    [Theory]
    [InlineData("2026-03-03", nameof(MeasureRules.DueInThePast))]
    [InlineData("2026-03-04", null)]
    [InlineData("2028-12-31", null)]
    [InlineData("2029-01-01", nameof(MeasureRules.DueAfterThePlan))]
    public void A_measure_is_due_within_the_plan(string dueOn, string? refusal)
    {
        var plan = ActionPlan.Draft(Guid.CreateVersion7(), "Plan", "Pe scurt", 2026, 2028);

        var answer = MeasureRules.RefuseDueDate(plan, DateOnly.Parse(dueOn, System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2026, 3, 4));

        Assert.Equal(refusal is null ? null : (Refusal)typeof(MeasureRules).GetField(refusal)!.GetValue(null)!, answer);
    }

    [Theory]
    [InlineData("2026-03-05", nameof(RecommendationRules.AdoptedInTheFuture))]
    [InlineData("2026-03-04", null)]
    [InlineData("2025-03-04", null)]
    [InlineData("2025-03-03", nameof(RecommendationRules.AdoptedTooLongAgo))]
    public void A_recommendation_was_adopted_within_the_last_year(string adoptedOn, string? refusal)
    {
        var answer = RecommendationRules.RefuseAdoptionDate(
            DateOnly.Parse(adoptedOn, System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2026, 3, 4));

        Assert.Equal(refusal is null ? null : (Refusal)typeof(RecommendationRules).GetField(refusal)!.GetValue(null)!, answer);
    }

    [Fact]
    public void A_recommendation_is_answered_once_and_the_clock_starts_when_sent()
    {
        var recommendation = Recommendation.Adopt(Guid.CreateVersion7(), 1, "T", "T", "Consiliul", new DateOnly(2026, 3, 1), Staff, Now);
        Assert.Equal(RecommendationRules.NotWaiting, RecommendationRules.RefuseToAnswer(recommendation));
        recommendation.Send(Staff, Now);
        Assert.Equal(new DateOnly(2026, 4, 3), recommendation.AnswerDueOn);
        Assert.Equal(2, RecommendationRules.DaysOverdue(recommendation.Stage, recommendation.AnswerDueOn, new DateOnly(2026, 4, 5)));
        recommendation.Answer(Decision.Declined, "Nu.", "Primăria", Staff, Now);
        Assert.Equal(RecommendationRules.NotWaiting, RecommendationRules.RefuseToAnswer(recommendation));
        Assert.Null(RecommendationRules.DaysOverdue(recommendation.Stage, recommendation.AnswerDueOn, new DateOnly(2027, 1, 1)));
        Assert.Throws<InvalidOperationException>(() => recommendation.Answer(Decision.Accepted, "Da.", "Primăria", Staff, Now));
    }

    [Theory]
    [InlineData(0, 0, 0, nameof(FocusGroupRules.NobodyThere))]
    [InlineData(8, 0, 8, null)]
    [InlineData(8, 0, 9, nameof(FocusGroupRules.MoreAgreedThanThere))]
    [InlineData(61, 0, 1, nameof(FocusGroupRules.TooMany))]
    [InlineData(8, 1, 1, nameof(FocusGroupRules.InTheFuture))]
    public void A_session_is_recorded_with_numbers_that_fit(int children, int daysAhead, int agreed, string? refusal)
    {
        var today = new DateOnly(2026, 3, 4);

        var answer = FocusGroupRules.RefuseToRecord(children, today.AddDays(daysAhead), [agreed], today);

        Assert.Equal(refusal is null ? null : (Refusal)typeof(FocusGroupRules).GetField(refusal)!.GetValue(null)!, answer);
    }

    private static Measure Planned()
    {
        var plan = ActionPlan.Draft(Guid.CreateVersion7(), "Plan", "Pe scurt", 2026, 2028);
        plan.Adopt(Staff, Now);
        return Measure.Include(plan, 1, new MeasureSheet("M", GoalArea.Play, null, "T", "", "Serviciul", "", "", new DateOnly(2026, 12, 1)), 100_00, null, Staff, Now);
    }
}
