using System.Security.Cryptography;
using System.Text;
using ChildFriendly.Core.Counting;
using Xunit;

namespace ChildFriendly.Core.Tests.Counting;

public sealed class CountingTests
{
    private static readonly TieLot Lot = new(Convert.FromHexString(new string('a', 64)));

    [Fact]
    public void The_most_approved_options_win()
    {
        var outcome = Count(winners: 2, [0, 1], [1], [1, 2], [2]);

        Assert.Equal([1, 2], outcome.Selected);
        Assert.Equal([1L, 3L, 2L], ((TotalsStep)outcome.Steps[0]).Values);
        Assert.Empty(outcome.Ties);
    }

    [Fact]
    public void A_tie_at_the_last_place_is_shown_and_decided_by_the_lot_alone()
    {
        var outcome = Count(winners: 2, [0], [1], [2], [2]);

        Assert.Equal([2, string.CompareOrdinal(Lot.DrawFor("1"), Lot.DrawFor("2")) < 0 ? 0 : 1], outcome.Selected);
        Assert.Equal([0, 1], Assert.Single(outcome.Ties));
    }

    [Fact]
    public void A_tie_among_winners_needs_no_lot() => Assert.Empty(Count(winners: 2, [0, 1], [0, 1], [2]).Ties);

    [Fact]
    public void Nobody_wins_without_a_vote()
    {
        Assert.Empty(Count(winners: 1).Selected);
        Assert.Equal([0], Count(winners: 2, [0]).Selected);
    }

    [Fact]
    public void The_order_of_ballots_never_matters()
    {
        var random = new Random(7);
        var ballots = Enumerable.Range(0, 300).Select(_ => Enumerable.Range(0, 3).Where(_ => random.Next(3) == 0).ToArray()).ToArray();
        var once = Report();
        random.Shuffle(ballots);

        Assert.Equal(once, Report());

        string Report() => Count(winners: 2, ballots) is var outcome ? string.Join(' ', outcome.Selected) + string.Join(' ', ((TotalsStep)outcome.Steps[0]).Values) : "";
    }

    [Fact]
    public void The_lot_is_the_published_formula()
    {
        const string Secret = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        var root = new string('b', 64);

        var seed = SHA256.HashData([.. Convert.FromHexString(Secret), .. Convert.FromHexString(root)]);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(Secret))), TieLot.CommitmentTo(Secret));
        Assert.Equal(Convert.ToHexStringLower(seed), TieLot.SeedOf(Secret, root));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([.. seed, .. Encoding.UTF8.GetBytes("2")])), new TieLot(seed).DrawFor("2"));
    }

    // Certificate Transparency's own test tree: the inputs and roots of RFC 6962 implementations.
    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_root_is_that_of_other_implementations(int leaves, string root)
    {
        byte[][] tree =
        [
            [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
            [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57], [.. Enumerable.Range(0x60, 16).Select(b => (byte)b)],
        ];

        Assert.Equal(root, MerkleTree.RootOf(tree[..leaves]));
    }

    private static CountOutcome Count(int winners, params int[][] ballots)
    {
        var election = new Election(BallotKind.Approval, [new("1"), new("2"), new("3")], ballots.Select(b => BallotGroup.Of(1, b)), winners);
        return Totals.Approval(election, TieOrder.ByLot(election, Lot));
    }
}
