using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Counting.Files;
using Xunit;

namespace ChildFriendly.Core.Tests.Counting;

/// <summary>A quorum and a threshold that were stated beforehand.</summary>
public sealed class ConditionsTests
{
    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Below_the_quorum_nothing_wins_and_the_totals_stay(long quorum, bool wins)
    {
        var outcome = Count(Vote() with { Quorum = quorum }, CountingRule.Approval);

        Assert.Equal(wins ? [0, 1] : [], outcome.Selected);
        Assert.Equal([7, 3, 3], Assert.IsType<TotalsStep>(outcome.Steps[0]).Values);
        Assert.Equal(wins ? null : new QuorumStep(quorum), outcome.Steps.OfType<QuorumStep>().SingleOrDefault());
        Assert.Equal(wins ? 1 : 0, outcome.Ties.Count);
    }

    [Theory]
    [InlineData(30, new[] { 0, 1 }, new int[0])]
    [InlineData(31, new[] { 0 }, new[] { 1, 2 })]
    [InlineData(70, new[] { 0 }, new[] { 1, 2 })]
    [InlineData(71, new int[0], new[] { 0, 1, 2 })]
    public void What_fewer_name_than_the_threshold_asks_for_does_not_win_not_even_by_lot(int threshold, int[] selected, int[] struck)
    {
        var outcome = Count(Vote() with { Threshold = threshold }, CountingRule.Approval);

        Assert.Equal(selected, outcome.Selected);
        Assert.Equal(struck, Assert.Single(outcome.Steps.OfType<ThresholdStep>()).Struck);
        Assert.Equal(selected.Length == 2 ? 1 : 0, outcome.Ties.Count);
    }

    [Theory]
    [InlineData(CountingRule.GreedyBudget)]
    [InlineData(CountingRule.EqualShares)]
    public void Money_goes_to_what_reaches_the_threshold(CountingRule rule)
    {
        // Three of ten would pay for the small one; asked for are four of ten.
        var election = new Election(
            BallotKind.Budget, [new("a", 600), new("b", 100), new("c", 500)],
            [BallotGroup.Of(6, 0), BallotGroup.Of(1, 0, 2), BallotGroup.Of(3, 1, 2)], budget: 1000);

        Assert.Contains(1, CountingRules.Count(election, rule, TieOrder.ById(election)).Selected);
        var outcome = CountingRules.Count(election.WithConditions(0, 40), rule, TieOrder.ById(election));

        Assert.DoesNotContain(1, outcome.Selected);
        Assert.Equal([1], Assert.Single(outcome.Steps.OfType<ThresholdStep>()).Struck);
        Assert.Equal(10, election.Cast);
    }

    [Fact]
    public void Conditions_are_in_the_published_file_and_only_where_there_are_some()
    {
        var election = Vote().Build().WithConditions(12, 25);
        var file = BallotsFile.Write(election, ["a", "b", "c"], new PublishedCount(CountingRule.Approval, new string('0', 64)));

        var read = BallotsFile.Read(new StringReader(file)).Election;

        Assert.Equal((12L, 25), (read.Quorum, read.Threshold));
        Assert.DoesNotContain("quorum", BallotsFile.Write(Vote().Build(), ["a", "b", "c"], new PublishedCount(CountingRule.Approval, new string('0', 64))), StringComparison.Ordinal);
        Assert.Throws<BadElectionFileException>(() => BallotsFile.Read(new StringReader(file.Replace("\"threshold\":25", "\"threshold\":101", StringComparison.Ordinal))));
    }

    private static CountOutcome Count(Ballots ballots, CountingRule rule) => ballots.Build() is var election ? CountingRules.Count(election, rule, TieOrder.ById(election)) : null!;

    /// <summary>Ten ballots; the second and the third option are tied for the second place.</summary>
    private static Ballots Vote() => new(0, 0);

    private sealed record Ballots(long Quorum, int Threshold)
    {
        public Election Build() => new Election(BallotKind.Approval, [new("a"), new("b"), new("c")], [BallotGroup.Of(7, 0), BallotGroup.Of(3, 1, 2)], winners: 2).WithConditions(Quorum, Threshold);
    }
}
