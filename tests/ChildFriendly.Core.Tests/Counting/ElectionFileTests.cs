using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Counting.Files;
using Xunit;

namespace ChildFriendly.Core.Tests.Counting;

/// <summary>Files of ballots: what they say, and what is wrong with them, by line.</summary>
public sealed class ElectionFileTests
{
    private const string Meta = "META\nkey;value\nbudget;100\nvote_type;approval\nnum_projects;2\nnum_votes;2\n";
    private const string Projects = "PROJECTS\nname;cost;project_id\n\"Parc; \"\"mare\"\"\";60,5;a\nBănci;40.25;b\n";
    private const string Votes = "VOTES\nvote;voter_id\na,b;1\n;2\n";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_budget_is_read_by_the_names_of_its_columns(string end)
    {
        var file = Read(("\uFEFF" + Meta + "\n" + Projects + Votes).Replace("\n", end, StringComparison.Ordinal));

        Assert.Equal(["Parc; \"mare\"", "Bănci"], file.Names);
        Assert.Equal((10_000L, 2, 6050L, 4025L), (file.Election.Budget, file.Decimals, file.Election.Options[0].Cost, file.Election.Options[1].Cost));
        Assert.Equal(2, file.Election.Cast);
        Assert.Equal([1L, 1L], Totals.Approvals(file.Election));
    }

    [Theory]
    [InlineData("budget;100", "budget;-100", "negative-cost", 3)]
    [InlineData("budget;100", "budget;viel", "bad-number", 3)]
    [InlineData("budget;100\n", "", "missing-meta", 0)]
    [InlineData("key;value", "schlüssel;wert", "bad-header", 2)]
    [InlineData("vote_type;approval", "vote_type;guess", "vote-type", 4)]
    [InlineData("num_votes;2", "num_votes;3", "not-as-many", 6)]
    [InlineData("num_projects;2", "budget;2", "duplicate", 5)]
    [InlineData("PROJECTS\n", "", "sections", 10)]
    [InlineData("PROJECTS\nname", "VOTES\nname", "sections", 7)]
    [InlineData("name;cost;", "name;price;", "bad-header", 8)]
    [InlineData("40.25;b", "40.25;a", "duplicate", 10)]
    [InlineData("40.25;b", "-40;b", "negative-cost", 10)]
    [InlineData("40.25;b", ";b", "bad-number", 10)]
    [InlineData("40.25;b", "1e9;b", "bad-number", 10)]
    [InlineData("40.25;b", "40.25;", "bad-row", 10)]
    [InlineData("VOTES\nvote;voter_id\na,b;1\n;2\n", "", "missing-section", 0)]
    [InlineData("a,b;1", "a,c;1", "unknown-option", 13)]
    [InlineData("a,b;1", "a,b;2", "duplicate", 14)]
    [InlineData("a,b;1", "a", "bad-row", 13)]
    [InlineData("a,b;1", "a\uFFFD,b;1", "unreadable", 13)]
    public void What_is_wrong_with_a_budget_is_said_by_line(string right, string wrong, string reason, int line)
    {
        var whole = Meta + Projects + Votes;
        Assert.Contains(right, whole, StringComparison.Ordinal);

        var refused = Assert.Throws<BadElectionFileException>(() => Read(whole.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal(($"program.recount.file.{reason}", line), (refused.Key, refused.Line));
    }

    [Fact]
    public void A_file_without_the_kind_of_its_ballots_is_refused_and_what_stands_there_is_not_repeated_at_length()
    {
        var whole = Meta + Projects + Votes;
        Assert.Equal("program.recount.file.missing-meta", Assert.Throws<BadElectionFileException>(() => Read(System.Text.RegularExpressions.Regex.Replace(whole, "vote_type;.*\n", ""))).Key);
        Assert.InRange(Assert.Throws<BadElectionFileException>(() => Read(new string('x', 100_000))).Value.Length, 20, 60);
    }

    [Fact]
    public void A_project_that_an_approval_ballot_names_twice_counts_once_and_is_refused_where_order_matters()
    {
        var twice = (Meta + Projects + Votes).Replace("a,b;1", "a,a;1", StringComparison.Ordinal);

        Assert.Equal([1L, 0L], Totals.Approvals(Read(twice).Election));
        Assert.Equal(13, Assert.Throws<BadElectionFileException>(() => Read(twice.Replace("approval", "ordinal", StringComparison.Ordinal))).Line);
    }

    [Theory]
    [InlineData("3: 1,{2,3}\n2: 4", 4, new[] { 9L, 3L, 3L, 6L })]
    [InlineData("1: {1,2},3", 3, new[] { 1L, 1L, 0L })]
    public void Rankings_with_ties_are_read(string ballots, int options, long[] borda)
    {
        var file = PrefLibFile.Read(new StringReader($"# NUMBER ALTERNATIVES: {options}\n# ALTERNATIVE NAME 1: Unu\n{ballots}\n"));

        Assert.Equal("Unu", file.Names[0]);
        Assert.Equal(borda, Assert.IsType<TotalsStep>(Totals.Borda(file.Election, TieOrder.ById(file.Election)).Steps[0]).Values);
    }

    [Theory]
    [InlineData("1: 1,{2", "bad-ballot")]
    [InlineData("1: 1,2}", "bad-ballot")]
    [InlineData("1: 1,1", "twice-on-a-ballot")]
    [InlineData("1: 4", "unknown-option")]
    [InlineData("0: 1", "bad-number")]
    [InlineData("x: 1", "bad-number")]
    [InlineData("1,2", "bad-ballot")]
    public void What_is_wrong_with_rankings_is_said_by_line(string ballot, string reason)
    {
        var refused = Assert.Throws<BadElectionFileException>(() => PrefLibFile.Read(new StringReader($"# NUMBER ALTERNATIVES: 3\n{ballot}")));

        Assert.Equal(($"program.recount.file.{reason}", 2), (refused.Key, refused.Line));
    }

    [Theory]
    [InlineData(BallotKind.Budget, CountingRule.EqualShares, false)]
    [InlineData(BallotKind.Ranking, CountingRule.InstantRunoff, true)]
    [InlineData(BallotKind.Score, CountingRule.Score, true)]
    public void Our_own_file_says_all_that_a_recount_needs(BallotKind kind, CountingRule rule, bool hasValues)
    {
        var seed = new string('a', 64);
        var election = new Election(kind, [new("1", 10), new("2", 20)], [new BallotGroup(3, [1, 0], hasValues ? [1, 2] : []), new BallotGroup(1, [], [])], winners: 1, budget: 30);

        var read = BallotsFile.Read(new StringReader(BallotsFile.Write(election, ["Unu", "Doi"], new PublishedCount(rule, seed) { Result = new System.Text.Json.Nodes.JsonObject { ["rule"] = "x" } })));

        Assert.Equal((rule, seed), (read.Published!.Rule, read.Published.Seed));
        Assert.Equal("x", (string?)read.Published.Result?["rule"]);
        Assert.Equal(["Unu", "Doi"], read.Names);
        Assert.Equal(Count(election), Count(read.Election));

        string Count(Election counted) => CountReport.ToJson(counted, CountingRules.Count(counted, rule, TieOrder.ByLot(counted, new TieLot(Convert.FromHexString(seed))))).ToJsonString();
    }

    /// <summary>The lines that pabulib.org asks for, in its order; a ballot is a number and its projects.</summary>
    [Fact]
    public void A_budget_is_written_as_pabulib_has_it()
    {
        var election = new Election(BallotKind.Budget, [new("1", 150_050), new("2", 400_000)], [BallotGroup.Of(2, 1, 0), BallotGroup.Of(1)], budget: 500_000);
        var head = new PabulibHead(
            "Ce facem?", "Romania", "Bacău", "2026", "equalshares/add1", new(2026, 3, 1), new(2026, 3, 19), 2, IsCapped: false, "ro", "RON", 2, "Cum; și de ce");

        var file = PabulibFile.Write(election, ["Leagăne", "Terenul \"mare\""], [0], head);

        Assert.Equal(
            """"
            META
            key;value
            description;Ce facem?
            country;Romania
            unit;Bacău
            instance;2026
            num_projects;2
            num_votes;3
            budget;5000
            vote_type;approval
            rule;equalshares/add1
            date_begin;01.03.2026
            date_end;19.03.2026
            max_length;2
            language;ro
            currency;RON
            comment;"#1: Cum; și de ce"
            PROJECTS
            project_id;cost;votes;name;selected
            1;1500.5;2;Leagăne;1
            2;4000;2;"Terenul ""mare""";0
            VOTES
            voter_id;vote
            1;1,2
            2;1,2
            3;

            """".ReplaceLineEndings("\n"), file);
    }

    [Theory]
    [InlineData("", "not-json")]
    [InlineData("[]", "not-json")]
    [InlineData("{}", "not-ours")]
    [InlineData("""{"format":"child-friendly-ballots/1","kind":"dance"}""", "not-json")]
    public void What_is_no_file_of_ours_is_refused(string text, string reason) =>
        Assert.Equal($"program.recount.file.{reason}", Assert.Throws<BadElectionFileException>(() => BallotsFile.Read(new StringReader(text))).Key);

    private static ElectionFile Read(string text) => PabulibFile.Read(new StringReader(text));
}
