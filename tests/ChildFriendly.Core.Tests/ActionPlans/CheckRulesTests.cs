using ChildFriendly.Core.ActionPlans;
using Xunit;

namespace ChildFriendly.Core.Tests.ActionPlans;

public sealed class CheckRulesTests
{
    [Theory]
    [InlineData(0, 4, 0, false)]
    [InlineData(0, 5, 0, true)]
    [InlineData(0, 3, 2, true)]
    [InlineData(5, 5, 0, true)]
    [InlineData(6, 5, 0, false)]
    [InlineData(20, 0, 0, false)]
    public void Half_of_the_children_and_at_least_five_ask_for_an_answer(int canSee, int cannot, int notWhatWeAsked, bool isDoubted)
    {
        var said = new CheckCounts(canSee, cannot, notWhatWeAsked);

        foreach (var stage in Enum.GetValues<MeasureStage>())
        {
            Assert.Equal(isDoubted && stage is MeasureStage.OnTrack or MeasureStage.Done && isDoubted, CheckRules.IsDoubted(stage, said));
        }
    }

    [Theory]
    [InlineData(4, 0, 0, false)]
    [InlineData(5, 0, 0, true)]
    [InlineData(5, 2, 0, true)]
    [InlineData(5, 2, 1, false)]
    [InlineData(10, 4, 1, true)]
    [InlineData(10, 6, 0, false)]
    public void Two_of_three_and_at_least_five_confirm_what_is_done(int canSee, int cannot, int notWhatWeAsked, bool isConfirmed)
    {
        var said = new CheckCounts(canSee, cannot, notWhatWeAsked);

        foreach (var stage in Enum.GetValues<MeasureStage>())
        {
            Assert.Equal(isConfirmed && stage == MeasureStage.Done, CheckRules.IsConfirmed(stage, said));
        }
    }

    [Fact]
    public void Nothing_is_both_doubted_and_confirmed()
    {
        foreach (var (see, cannot) in Enumerable.Range(0, 20).SelectMany(a => Enumerable.Range(0, 20).Select(b => (a, b))))
        {
            var said = new CheckCounts(see, cannot, 0);
            Assert.False(CheckRules.IsDoubted(MeasureStage.Done, said) && CheckRules.IsConfirmed(MeasureStage.Done, said));
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(99_99, true)]
    [InlineData(100_00, false)]
    [InlineData(50_000_000_00, false)]
    [InlineData(50_000_000_01, true)]
    public void An_amount_in_the_wrong_unit_is_noticed(long bani, bool looksWrong) => Assert.Equal(looksWrong, MoneyRules.LooksWrong(bani));

    [Theory]
    [InlineData(30, 90, false, null)]
    [InlineData(30, 30, false, "plan.indicator.target-below-baseline")]
    [InlineData(30, 10, false, "plan.indicator.target-below-baseline")]
    [InlineData(30, 10, true, null)]
    [InlineData(30, 40, true, "plan.indicator.target-below-baseline")]
    public void A_target_is_better_than_where_it_begins(long from, long to, bool fallsWhenBetter, string? refusal)
    {
        Assert.Equal(refusal, MeasureRules.RefuseTarget((2025, from), (2028, to), fallsWhenBetter)?.Key);
        Assert.Equal(MeasureRules.TargetBeforeBaseline, MeasureRules.RefuseTarget((2028, from), (2028, to), fallsWhenBetter));
    }
}
