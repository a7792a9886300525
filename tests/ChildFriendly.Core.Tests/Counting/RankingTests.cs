using ChildFriendly.Core.Counting;
using Xunit;

namespace ChildFriendly.Core.Tests.Counting;

/// <summary>Rankings, faces and points.</summary>
public sealed class RankingTests
{
    /// <summary>Tennessee's capital, the usual example: who lives where, and so who is nearest.</summary>
    private static readonly Election Capital = new(
        BallotKind.Ranking, [new("memphis"), new("nashville"), new("chattanooga"), new("knoxville")],
        [BallotGroup.Ranked(42, 0, 1, 2, 3), BallotGroup.Ranked(26, 1, 2, 3, 0), BallotGroup.Ranked(15, 2, 3, 1, 0), BallotGroup.Ranked(17, 3, 2, 1, 0)]);

    [Fact]
    public void Rules_may_well_disagree_about_the_same_ballots()
    {
        Assert.Equal([0], Totals.Plurality(Capital, TieOrder.ById(Capital)).Selected);
        var borda = Totals.Borda(Capital, TieOrder.ById(Capital));
        Assert.Equal([1], borda.Selected);
        Assert.Equal([126L, 194L, 173L, 107L], ((TotalsStep)borda.Steps[0]).Values);
        var runoff = InstantRunoff.Count(Capital, TieOrder.ById(Capital));
        Assert.Equal([3], runoff.Selected);
        Assert.Equal([2, 1, null], runoff.Steps.Cast<RoundStep>().Select(r => r.Eliminated));
        Assert.Equal([42L, 58L], ((RoundStep)runoff.Steps[^1]).Votes.OfType<long>());
    }

    [Fact]
    public void A_ballot_whose_options_are_all_out_counts_for_nobody_and_not_against_anybody()
    {
        var election = new Election(
            BallotKind.Ranking, [new("a"), new("b"), new("c")], [BallotGroup.Ranked(4, 0), BallotGroup.Ranked(3, 1), BallotGroup.Ranked(2, 2), BallotGroup.Ranked(1)]);

        var last = (RoundStep)InstantRunoff.Count(election, TieOrder.ById(election)).Steps[^1];

        Assert.Equal([4L, 3L, null], last.Votes);
        Assert.Equal(3, last.Exhausted);
    }

    [Fact]
    public void Who_leaves_of_two_with_the_fewest_is_the_last_in_the_order_and_the_tie_is_shown()
    {
        var election = new Election(BallotKind.Ranking, [new("a"), new("b"), new("c")], [BallotGroup.Ranked(3, 0), BallotGroup.Ranked(2, 1, 0), BallotGroup.Ranked(2, 2, 1)]);

        var outcome = InstantRunoff.Count(election, TieOrder.ById(election));

        Assert.Equal([1, 2], Assert.Single(outcome.Ties));
        Assert.Equal([2, null], outcome.Steps.Cast<RoundStep>().Select(r => r.Eliminated));
        Assert.Equal([1], outcome.Selected);
    }

    [Fact]
    public void Without_a_vote_nobody_wins()
    {
        foreach (var kind in Enum.GetValues<BallotKind>())
        {
            var election = new Election(kind, [new("a", 1), new("b", 1)], [BallotGroup.Of(3)], budget: 10);
            foreach (var rule in CountingRules.For(kind))
            {
                Assert.Empty(CountingRules.Count(election, rule, TieOrder.ById(election)).Selected);
                var none = new Election(kind, [new("a", 1), new("b", 1)], [], budget: 10);
                Assert.Empty(CountingRules.Count(none, rule, TieOrder.ById(none)).Selected);
            }
        }
    }

    [Fact]
    public void Means_are_compared_exactly_and_the_median_stands_beside()
    {
        // 10/3 against 13333/4000: equal to three decimals, and not equal.
        var election = new Election(
            BallotKind.Score, [new("a"), new("b")],
            [new BallotGroup(2, [0], [3]), new BallotGroup(1, [0], [4]), new BallotGroup(2667, [1], [3]), new BallotGroup(1333, [1], [4])], winners: 1);

        var outcome = Totals.Score(election, TieOrder.ById(election));

        Assert.Equal([0], outcome.Selected);
        var scores = (ScoresStep)outcome.Steps[0];
        Assert.Equal([10L, 13_333L], scores.Sums);
        Assert.Equal([3L, 4000L], scores.Counts);
        Assert.Equal([3L, 3L], scores.Medians);
    }

    [Fact]
    public void Points_are_added_up()
    {
        var election = new Election(BallotKind.Points, [new("a"), new("b")], [new BallotGroup(2, [0, 1], [3, 4]), new BallotGroup(1, [0], [3])], winners: 1);

        var outcome = Totals.Points(election, TieOrder.ById(election));

        Assert.Equal([0], outcome.Selected);
        Assert.Equal([9L, 8L], ((TotalsStep)outcome.Steps[0]).Values);
    }

    [Fact]
    public void Equal_ballots_are_one_group_whatever_the_order_of_their_options()
    {
        var election = new Election(
            BallotKind.Points, [new("a"), new("b")], [new BallotGroup(2, [0, 1], [3, 4]), new BallotGroup(1, [1, 0], [4, 3]), new BallotGroup(1, [0, 1], [4, 3])]);

        Assert.Equal([1L, 3L], election.Ballots.Select(b => b.Weight).Order());
        Assert.Equal(4, election.Cast);
    }
}
