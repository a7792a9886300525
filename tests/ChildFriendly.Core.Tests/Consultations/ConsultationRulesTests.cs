using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.Consultations;

public sealed class ConsultationRulesTests
{
    private static readonly DateTime Now = new(2026, 3, 4, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Here = Guid.CreateVersion7();
    private static readonly Actor Staff = Actor.Of(Role.CouncilStaff, Guid.CreateVersion7());

    [Fact]
    public void A_vote_is_announced_only_when_it_is_whole()
    {
        Assert.Null(ConsultationRules.RefuseToAnnounce(Draft(), Now));
        Assert.Equal(ConsultationRules.DecisionMakerMissing, ConsultationRules.RefuseToAnnounce(Draft(decisionMaker: ""), Now));
        Assert.Equal(ConsultationRules.TooFewOptions, ConsultationRules.RefuseToAnnounce(Draft(options: 1), Now));
        Assert.Equal(ConsultationRules.WinnersOutOfRange, ConsultationRules.RefuseToAnnounce(Draft(winners: 3), Now));
        Assert.Equal(ConsultationRules.WinnersOutOfRange, ConsultationRules.RefuseToAnnounce(Draft(winners: 0), Now));
        Assert.Equal(ConsultationRules.ChoicesOutOfRange, ConsultationRules.RefuseToAnnounce(Draft(maxChoices: 4), Now));
        Assert.Equal(ConsultationRules.ChoicesOutOfRange, ConsultationRules.RefuseToAnnounce(Draft(maxChoices: 0), Now));
        Assert.Equal(ConsultationRules.ClosesBeforeOpening, ConsultationRules.RefuseToAnnounce(Draft(hours: 0), Now));
        Assert.Equal(ConsultationRules.ClosesInThePast, ConsultationRules.RefuseToAnnounce(Draft(), Now.AddDays(30)));
        Assert.Equal(ConsultationRules.OpensInThePast, ConsultationRules.RefuseToAnnounce(Draft(), Now.AddHours(3)));
        Assert.Equal(ConsultationRules.TooLong, ConsultationRules.RefuseToAnnounce(Draft(hours: 24 * 400), Now));
        Assert.Equal(ConsultationRules.TooShort, ConsultationRules.RefuseToAnnounce(
            Consultation.Plan(Here, 1, "V", "D", "C", "C", Now, Now.AddMinutes(44)).WithTwoOptions(), Now));
        var announced = Draft();
        announced.Announce(Staff, Now);
        Assert.Equal(ConsultationRules.NotADraft, ConsultationRules.RefuseToAnnounce(announced, Now));
    }

    [Theory]
    [InlineData(ConsultationStage.Draft, 1, nameof(ConsultationRules.NotOpenYet))]
    [InlineData(ConsultationStage.Announced, 0, nameof(ConsultationRules.NotOpenYet))]
    [InlineData(ConsultationStage.Open, 1, null)]
    [InlineData(ConsultationStage.Open, 47 * 3600, null)]
    [InlineData(ConsultationStage.Open, (48 * 3600) - 1, null)]
    [InlineData(ConsultationStage.Open, 48 * 3600, nameof(ConsultationRules.ClosedAlready))]
    [InlineData(ConsultationStage.Open, (48 * 3600) + 1, nameof(ConsultationRules.ClosedAlready))]
    [InlineData(ConsultationStage.Closed, 1, nameof(ConsultationRules.ClosedAlready))]
    [InlineData(ConsultationStage.Counted, 1, nameof(ConsultationRules.ClosedAlready))]
    [InlineData(ConsultationStage.Decided, 1, nameof(ConsultationRules.ClosedAlready))]
    public void A_child_votes_while_it_is_open_by_stage_and_by_the_clock(ConsultationStage stage, int secondsAfterOpening, string? refusal)
    {
        var vote = In(stage);
        var at = vote.OpensAt.AddSeconds(secondsAfterOpening);

        Assert.Equal(Named(refusal), ConsultationRules.RefuseToVote(vote, Children.Of(Here, Now), at));
        Assert.Equal(ConsultationRules.OtherLocality, ConsultationRules.RefuseToVote(vote, Children.Of(Guid.CreateVersion7(), Now), at));
    }

    [Theory]
    [InlineData("", nameof(ConsultationRules.NothingChosen))]
    [InlineData("1", null)]
    [InlineData("1,3", null)]
    [InlineData("1,1", null)]
    [InlineData("1,2,3", nameof(ConsultationRules.TooManyChosen))]
    [InlineData("4", nameof(ConsultationRules.UnknownOption))]
    [InlineData("1,x", nameof(ConsultationRules.UnknownOption))]
    public void A_ballot_names_known_options_and_not_too_many(string choices, string? refusal) =>
        Assert.Equal(Named(refusal)?.Key, ConsultationRules.RefuseBallot(Draft().Questions[0], BallotAnswer.Of(choices.Split(',', StringSplitOptions.RemoveEmptyEntries)))?.Key);

    [Theory]
    [InlineData(BallotKind.SingleChoice, "1", null)]
    [InlineData(BallotKind.SingleChoice, "1,2", nameof(ConsultationRules.TooManyChosen))]
    [InlineData(BallotKind.Ranking, "2:1,1:2", null)]
    [InlineData(BallotKind.Ranking, "2:1,1:1", nameof(ConsultationRules.SamePlaceTwice))]
    [InlineData(BallotKind.Ranking, "1:1,2:2,3:3", nameof(ConsultationRules.TooManyChosen))]
    [InlineData(BallotKind.Ranking, "1", nameof(ConsultationRules.UnknownOption))]
    [InlineData(BallotKind.Score, "1:5,2:1,3:3", null)]
    [InlineData(BallotKind.Score, "1:6", nameof(ConsultationRules.UnknownOption))]
    [InlineData(BallotKind.Score, "1:0", nameof(ConsultationRules.UnknownOption))]
    [InlineData(BallotKind.Score, "", nameof(ConsultationRules.NothingChosen))]
    [InlineData(BallotKind.Points, "1:7,2:3", null)]
    [InlineData(BallotKind.Points, "1:7,2:4", nameof(ConsultationRules.TooManyPoints))]
    [InlineData(BallotKind.Points, "1:0", nameof(ConsultationRules.NothingChosen))]
    [InlineData(BallotKind.Points, "1:11,2:-1", nameof(ConsultationRules.NothingChosen))]
    [InlineData(BallotKind.Points, "1:4,1:4", nameof(ConsultationRules.UnknownOption))]
    [InlineData(BallotKind.Budget, "1,2", null)]
    [InlineData(BallotKind.Budget, "2,3", nameof(ConsultationRules.OverBudget))]
    [InlineData(BallotKind.Budget, "1,9", nameof(ConsultationRules.UnknownOption))]
    public void Every_kind_of_ballot_has_its_own_rules(BallotKind kind, string written, string? refusal)
    {
        var vote = Consultation.Plan(Here, 1, "Vot", "Despre", "Consiliul Local", "Ceva", Now.AddHours(1), Now.AddHours(49));
        var question = vote.Ask(new QuestionPlan("Vot", kind, CountingRules.For(kind)[^1], Winners: 1, MaxChoices: 2) { Points = 10, BudgetBani = 1000 });
        foreach (var cost in new[] { 300, 600, 500 })
        {
            question.Offer("Varianta", "Text", initiativeId: null, costBani: cost);
        }

        var parts = written.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(':')).ToList();
        var answer = new BallotAnswer(parts.ConvertAll(p => p[0]), [.. parts.Where(p => p.Length > 1).Select(p => long.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture))]);

        Assert.Equal(Named(refusal)?.Key, ConsultationRules.RefuseBallot(question, answer)?.Key);
        if (refusal is null)
        {
            // What the box keeps is read again as the same ballot.
            var again = BallotAnswer.Read(kind, answer.Write(kind));
            Assert.Equal(answer.Write(kind), again.Write(kind));
            Assert.Equal(question.Elect([answer]).Ballots[0].Options, question.Elect([again]).Ballots[0].Options);
            Assert.Equal(question.Elect([answer]).Ballots[0].Values, question.Elect([again]).Ballots[0].Values);
        }
    }

    [Theory]
    [InlineData(BallotKind.Approval, CountingRule.Borda, null, null, 0, nameof(ConsultationRules.RuleDoesNotFit))]
    [InlineData(BallotKind.Points, CountingRule.Points, null, null, 0, nameof(ConsultationRules.PointsMissing))]
    [InlineData(BallotKind.Points, CountingRule.Points, 10, null, 0, null)]
    [InlineData(BallotKind.Budget, CountingRule.EqualShares, null, null, 5, nameof(ConsultationRules.BudgetMissing))]
    [InlineData(BallotKind.Budget, CountingRule.EqualShares, null, 100L, 0, nameof(ConsultationRules.CostMissing))]
    [InlineData(BallotKind.Budget, CountingRule.EqualShares, null, 100L, 101, nameof(ConsultationRules.CostMissing))]
    [InlineData(BallotKind.Budget, CountingRule.EqualShares, null, 100L, 100, null)]
    public void A_vote_is_announced_only_with_all_that_its_rule_needs(BallotKind kind, CountingRule rule, int? points, long? budget, int cost, string? refusal)
    {
        var vote = Consultation.Plan(Here, 1, "Vot", "Despre", "Consiliul Local", "Ceva", Now.AddHours(1), Now.AddHours(49));
        var question = vote.Ask(new QuestionPlan("Vot", kind, rule, Winners: 1, MaxChoices: 2) { Points = points, BudgetBani = budget });
        question.Offer("A", "", initiativeId: null, costBani: cost);
        question.Offer("B", "", initiativeId: null, costBani: cost);

        Assert.Equal(Named(refusal)?.Key, ConsultationRules.RefuseToAnnounce(vote, Now)?.Key);
    }

    [Fact]
    public void Results_show_from_the_count_on_and_a_decision_is_possible_once()
    {
        foreach (var stage in new[] { ConsultationStage.Announced, ConsultationStage.Open, ConsultationStage.Closed })
        {
            Assert.False(ConsultationRules.ShowsResults(In(stage)));
            Assert.Equal(ConsultationRules.NotCounted, ConsultationRules.RefuseToDecide(In(stage)));
        }

        Assert.True(ConsultationRules.ShowsResults(In(ConsultationStage.Counted)));
        Assert.Null(ConsultationRules.RefuseToDecide(In(ConsultationStage.Counted)));
        Assert.Equal(ConsultationRules.NotCounted, ConsultationRules.RefuseToDecide(In(ConsultationStage.Decided)));
    }

    [Fact]
    public void A_decision_needs_a_reason_for_every_option()
    {
        var vote = In(ConsultationStage.Counted);
        vote.Questions[0].Options[0].Decide(Decision.Accepted, "Da.");

        Assert.Throws<InvalidOperationException>(() => vote.Decide("Ați spus.", [], Staff, Now));
    }

    [Fact]
    public void The_tie_secret_is_bound_when_announced()
    {
        var vote = In(ConsultationStage.Announced);

        Assert.Equal(Core.Counting.TieLot.CommitmentTo(vote.TieSecret), vote.TieCommitment);
        Assert.Null(vote.TieSeed);
    }

    [Fact]
    public void Days_without_a_decision_run_from_closing_until_it_is_published()
    {
        var today = new DateOnly(2026, 4, 1);

        Assert.Null(ConsultationRules.DaysWithoutDecision(In(ConsultationStage.Open), today));
        Assert.True(ConsultationRules.DaysWithoutDecision(In(ConsultationStage.Counted), today) > 20);
        Assert.Null(ConsultationRules.DaysWithoutDecision(In(ConsultationStage.Decided), today));
    }

    private static Refusal? Named(string? refusal) => refusal is null ? null : (Refusal)typeof(ConsultationRules).GetField(refusal)!.GetValue(null)!;

    private static Consultation Draft(string decisionMaker = "Consiliul Local", int options = 3, int winners = 1, int maxChoices = 2, int hours = 48)
    {
        var vote = Consultation.Plan(Here, 1, "Vot", "Despre", decisionMaker, "Ceva", Now.AddHours(1), Now.AddHours(1 + hours));
        var question = vote.Ask(new QuestionPlan("Vot", BallotKind.Approval, CountingRule.Approval, winners, maxChoices));
        for (var i = 0; i < options; i++)
        {
            question.Offer($"Varianta {i}", "Text", initiativeId: null);
        }

        return vote;
    }

    private static Consultation In(ConsultationStage stage)
    {
        var vote = Draft();
        if (stage >= ConsultationStage.Announced)
        {
            vote.Announce(Staff, Now);
        }

        if (stage >= ConsultationStage.Open)
        {
            vote.Open(Now.AddHours(1));
        }

        if (stage >= ConsultationStage.Closed)
        {
            vote.Close(0, [], Core.Counting.MerkleTree.RootOf([]), vote.ClosesAt);
        }

        if (stage >= ConsultationStage.Counted)
        {
            var election = vote.Questions[0].Elect([]);
            vote.Questions[0].TakeResult(election, vote.Questions[0].Count(election, new TieLot(Convert.FromHexString(vote.TieSeed!))));
            vote.FinishCount(vote.ClosesAt);
        }

        if (stage >= ConsultationStage.Decided)
        {
            foreach (var option in vote.Questions[0].Options)
            {
                option.Decide(Decision.NotNow, "Nu acum.");
            }

            vote.Decide("Ați spus.", [], Staff, vote.ClosesAt);
        }

        return vote;
    }

}

internal static class Drafts
{
    public static Consultation WithTwoOptions(this Consultation vote)
    {
        var question = vote.Ask(new QuestionPlan("V", BallotKind.Approval, CountingRule.Approval, Winners: 1, MaxChoices: 1));
        question.Offer("A", "", initiativeId: null);
        question.Offer("B", "", initiativeId: null);
        return vote;
    }
}
