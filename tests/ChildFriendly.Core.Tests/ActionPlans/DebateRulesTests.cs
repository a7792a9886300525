using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.ActionPlans;

public sealed class DebateRulesTests
{
    private static readonly DateTime Opened = new(2026, 3, 4, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Until = new(2026, 3, 18);

    /// <summary>One second before midnight in Romania, and midnight.</summary>
    private static readonly DateTime LastSecond = new(2026, 3, 18, 21, 59, 59, DateTimeKind.Utc);

    private static readonly Guid Here = Guid.CreateVersion7();
    private static readonly Actor Staff = Actor.Of(Role.CouncilStaff, Guid.CreateVersion7());

    public static TheoryData<ActionPlanStage, bool, bool> StagesAndTimes =>
        [.. from stage in Enum.GetValues<ActionPlanStage>() from isOver in new[] { false, true } from isElsewhere in new[] { false, true } select (stage, isOver, isElsewhere)];

    public static TheoryData<ActionPlanStage> Stages => [.. Enum.GetValues<ActionPlanStage>()];

    [Fact]
    public void The_debate_ends_by_itself_with_its_last_day()
    {
        var plan = Plan(ActionPlanStage.PublicDebate);

        Assert.True(plan.IsInDebate(LastSecond));
        Assert.False(plan.IsInDebate(LastSecond.AddSeconds(1)));
    }

    [Theory]
    [InlineData(9, "desk.plan.debate.too-short")]
    [InlineData(10, null)]
    [InlineData(14, null)]
    [InlineData(365, null)]
    [InlineData(366, "desk.plan.debate.too-long")]
    [InlineData(-1, "desk.plan.debate.too-short")]
    public void It_lasts_at_least_ten_days_after_the_announcement(int days, string? refusal) =>
        Assert.Equal(refusal, DebateRules.RefusePeriod(RomanianTime.DateOf(Opened).AddDays(days), RomanianTime.DateOf(Opened))?.Key);

    /// <summary>From 4 March 2026: Good Friday (10 April) and Easter Monday (13 April) are no working days.</summary>
    [Fact]
    public void The_dates_of_the_law_count_working_days_from_the_announcement()
    {
        var dates = DebateRules.DatesOf(new DateOnly(2026, 3, 4));

        Assert.Equal(new DebateDates(new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 14), new DateOnly(2026, 4, 17)), dates);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Only_a_draft_with_measures_is_put_up_for_debate(ActionPlanStage stage)
    {
        var plan = Plan(stage);

        Assert.Equal(stage == ActionPlanStage.Draft ? null : DebateRules.NotADraft, DebateRules.RefuseToOpen(plan, measures: 1));
        Assert.Equal(stage == ActionPlanStage.Draft ? DebateRules.NothingToDebate : DebateRules.NotADraft, DebateRules.RefuseToOpen(plan, measures: 0));
        if (stage != ActionPlanStage.Draft)
        {
            Assert.Throws<InvalidOperationException>(() => plan.OpenDebate(Until, isCouncilDecision: false, Staff, Opened));
        }
    }

    [Theory]
    [MemberData(nameof(StagesAndTimes))]
    public void Children_of_the_place_speak_while_the_debate_is_open(ActionPlanStage stage, bool isOver, bool isElsewhere)
    {
        var (plan, now) = (Plan(stage), isOver ? LastSecond.AddSeconds(1) : LastSecond);
        var measure = MeasureOf(plan);
        var child = Children.Of(isElsewhere ? Guid.CreateVersion7() : Here, Opened);
        var expected = isElsewhere ? DebateRules.OtherLocality : stage == ActionPlanStage.PublicDebate && !isOver ? null : DebateRules.NotOpen;

        Assert.Equal(expected, DebateRules.RefuseToReact(plan, measure, child, now));
        Assert.Equal(expected, DebateRules.RefuseToPropose(plan, measure: null, child, mine: null, now));
        foreach (var mine in Enum.GetValues<ShortTextStage>())
        {
            var mayAnswer = mine == ShortTextStage.SentBack && stage == ActionPlanStage.PublicDebate && !isElsewhere;
            Assert.Equal(mayAnswer ? null : expected, DebateRules.RefuseToPropose(plan, measure, child, mine, now));
        }
    }

    [Fact]
    public void What_was_left_out_of_the_draft_is_not_debated()
    {
        var plan = Plan(ActionPlanStage.PublicDebate);
        var measure = MeasureOf(plan);
        measure.Report(MeasureStage.Stopped, "Nu e a primăriei.", "Serviciul", Staff, Opened);

        Assert.Equal(DebateRules.LeftOut, DebateRules.RefuseToReact(plan, measure, Children.Of(Here, Opened), Opened));
        Assert.Equal(DebateRules.LeftOut, DebateRules.RefuseToPropose(plan, measure, Children.Of(Here, Opened), mine: null, Opened));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void What_came_on_paper_is_noted_until_adoption_and_taken_back_until_it_is_answered(ActionPlanStage stage)
    {
        var refusal = stage == ActionPlanStage.PublicDebate ? null : DebateRules.NotOpen;

        Assert.Equal(refusal, DebateRules.RefuseToNote(Plan(stage)));
        Assert.Equal(refusal, DebateRules.RefuseToTakeBack(Plan(stage), isAnswered: false));
        Assert.Equal(refusal ?? DebateRules.AnsweredAlready, DebateRules.RefuseToTakeBack(Plan(stage), isAnswered: true));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Proposals_are_answered_and_measures_rewritten_once_the_debate_is_over(ActionPlanStage stage)
    {
        var plan = Plan(stage);
        var isOpen = stage == ActionPlanStage.PublicDebate;

        Assert.Equal(stage == ActionPlanStage.Draft ? DebateRules.NoDebate : isOpen ? DebateRules.StillOpen : null, DebateRules.RefuseToAnswer(plan, LastSecond));
        Assert.Equal(stage == ActionPlanStage.Draft ? DebateRules.NoDebate : null, DebateRules.RefuseToAnswer(plan, LastSecond.AddSeconds(1)));
        Assert.Equal(isOpen ? DebateRules.TextStands : null, DebateRules.RefuseToRewrite(plan, LastSecond));
        Assert.Null(DebateRules.RefuseToRewrite(plan, LastSecond.AddSeconds(1)));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_plan_is_adopted_when_the_debate_is_over_and_every_proposal_has_its_answer(ActionPlanStage stage)
    {
        var plan = Plan(stage);
        string? RefusedAt(DateTime now, int left, int beingChecked) => DebateRules.RefuseToAdopt(plan, left, beingChecked, now) is { } refusal ? $"{refusal.Key}#{refusal.Count}" : null;

        string[] expected = stage switch
        {
            ActionPlanStage.Draft => [.. Enumerable.Repeat("desk.plan.adopt.debate-comes-first#", 4)],
            ActionPlanStage.PublicDebate => ["desk.plan.adopt.after-the-debate#", "desk.plan.adopt.unanswered#2", "desk.plan.adopt.being-checked#1", ""],
            _ => [.. Enumerable.Repeat("desk.plan.adopt.already#", 4)],
        };
        var over = LastSecond.AddSeconds(1);
        Assert.Equal(expected, new[] { RefusedAt(LastSecond, 2, 1), RefusedAt(over, 2, 1), RefusedAt(over, 0, 1), RefusedAt(over, 0, 0) ?? "" });
    }

    [Theory]
    [InlineData(-1, "desk.plan.adopt.before-the-end")]
    [InlineData(0, "desk.plan.adopt.before-the-end")]
    [InlineData(1, null)]
    [InlineData(10, null)]
    [InlineData(11, "desk.plan.adopt.in-the-future")]
    public void The_decision_is_taken_after_the_debate_and_not_in_the_future(int daysAfterTheEnd, string? refusal) =>
        Assert.Equal(refusal, DebateRules.RefuseDecision(Plan(ActionPlanStage.PublicDebate), Until.AddDays(daysAfterTheEnd), Until.AddDays(10))?.Key);

    private static ActionPlan Plan(ActionPlanStage stage)
    {
        var plan = ActionPlan.Draft(Here, "Planul", "Pe scurt.", 2026, 2028);
        if (stage >= ActionPlanStage.PublicDebate)
        {
            plan.OpenDebate(Until, isCouncilDecision: true, Staff, Opened);
        }

        if (stage >= ActionPlanStage.Adopted)
        {
            plan.Adopt(Staff, LastSecond, new CouncilDecision("12", Until.AddDays(2), "https://example.org/hcl-12"));
        }

        if (stage >= ActionPlanStage.Implementing)
        {
            plan.StartImplementing(Staff, LastSecond);
        }

        if (stage > ActionPlanStage.Implementing)
        {
            // No verb leads there yet.
            typeof(ActionPlan).GetProperty(nameof(ActionPlan.Stage))!.SetValue(plan, stage);
        }

        return plan;
    }

    private static Measure MeasureOf(ActionPlan plan) => Measure.Include(
        plan, 1, new MeasureSheet("Bănci", GoalArea.Play, null, "Punem bănci.", "", "Serviciul Parcuri", "", "", new DateOnly(2027, 1, 1)), null, null, Staff, Opened);
}
