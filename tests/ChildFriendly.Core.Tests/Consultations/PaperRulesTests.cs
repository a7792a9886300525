using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.Consultations;

public sealed class PaperRulesTests
{
    private static readonly DateTime Now = new(2026, 3, 4, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Ana = Actor.Of(Role.CouncilStaff, Guid.CreateVersion7());
    private static readonly Actor Dan = Actor.Of(Role.Facilitator, Guid.CreateVersion7());

    [Theory]
    [InlineData(BallotKind.SingleChoice, "3", "3", null)]
    [InlineData(BallotKind.SingleChoice, "1,2", null, nameof(ConsultationRules.TooManyChosen))]
    [InlineData(BallotKind.Approval, "3, 1", "1,3", null)]
    [InlineData(BallotKind.Approval, "1 3", "1,3", null)]
    [InlineData(BallotKind.Approval, "1,2,3", null, nameof(ConsultationRules.TooManyChosen))]
    [InlineData(BallotKind.Approval, "4", null, nameof(ConsultationRules.UnknownOption))]
    [InlineData(BallotKind.Approval, "da", null, nameof(ConsultationRules.UnknownOption))]
    [InlineData(BallotKind.Approval, ",", null, nameof(ConsultationRules.NothingChosen))]
    [InlineData(BallotKind.Ranking, "2>1", "2,1", null)]
    [InlineData(BallotKind.Ranking, "2,1", "2,1", null)]
    [InlineData(BallotKind.Ranking, "2>2", null, nameof(ConsultationRules.UnknownOption))]
    [InlineData(BallotKind.Score, "2:3 1:5", "1:5,2:3", null)]
    [InlineData(BallotKind.Score, "1:6", null, nameof(ConsultationRules.UnknownOption))]
    [InlineData(BallotKind.Score, "1", null, nameof(PaperRules.NotReadable))]
    [InlineData(BallotKind.Points, "1:4 2:6 3:0", "1:4,2:6", null)]
    [InlineData(BallotKind.Points, "1:10", "1:10", null)]
    [InlineData(BallotKind.Points, "1:4 2:7", null, nameof(ConsultationRules.TooManyPoints))]
    [InlineData(BallotKind.Points, "1:-4", null, nameof(PaperRules.NotReadable))]
    [InlineData(BallotKind.Points, "1:0", null, nameof(ConsultationRules.NothingChosen))]
    [InlineData(BallotKind.Budget, "1,2", "1,2", null)]
    [InlineData(BallotKind.Budget, "1,2,3", null, nameof(ConsultationRules.OverBudget))]
    public void What_is_typed_from_paper_is_kept_like_a_ballot_of_a_card_or_refused(BallotKind kind, string typed, string? kept, string? refusal)
    {
        var question = Vote(kind).Questions[0];

        Assert.Equal(refusal, PaperRules.RefuseTyped(question, typed) is { } found ? Named(found) : null);
        if (kept is not null)
        {
            Assert.Equal(kept, PaperRules.Written(question, typed));
            Assert.Equal(kept, PaperRules.Written(question, BallotAnswer.AsTyped(kind, kept)));
        }

        Assert.Null(PaperRules.RefuseTyped(question, " "));
        Assert.Equal("", PaperRules.Written(question, null));
    }

    [Theory]
    [InlineData(20, 20, 0, 0, 1, null)]
    [InlineData(20, 18, 10, 8, 1, null)]
    [InlineData(20, 21, 0, 0, 1, nameof(PaperRules.MoreThanHandedOut))]
    [InlineData(20, 18, 10, 9, 1, nameof(PaperRules.MoreThanReturned))]
    [InlineData(101, 20, 0, 0, 1, nameof(PaperRules.TooManyPapers))]
    [InlineData(91, 20, 0, 0, 10, nameof(PaperRules.TooManyPapers))]
    [InlineData(90, 20, 0, 0, 10, null)]
    public void Totals_have_to_add_up(int handedOut, int returned, int blank, int spoilt, int questions, string? refusal) =>
        Assert.Equal(refusal, PaperRules.RefuseTotals(handedOut, returned, blank, spoilt, questions) is { } found ? Named(found) : null);

    [Theory]
    [InlineData(ConsultationStage.Announced, 0, nameof(PaperRules.NotOpenYet))]
    [InlineData(ConsultationStage.Open, 0, null)]
    [InlineData(ConsultationStage.Open, 48, null)]
    [InlineData(ConsultationStage.Closed, 48, null)]
    [InlineData(ConsultationStage.Closed, 48 + 71, null)]
    [InlineData(ConsultationStage.Closed, 48 + 72, nameof(PaperRules.TooLate))]
    [InlineData(ConsultationStage.Counted, 49, nameof(PaperRules.TooLate))]
    [InlineData(ConsultationStage.Decided, 49, nameof(PaperRules.TooLate))]
    public void Papers_are_entered_from_the_opening_to_the_end_of_the_grace(ConsultationStage stage, int hoursAfterOpening, string? refusal)
    {
        var vote = In(stage);
        var at = vote.OpensAt.AddHours(hoursAfterOpening);

        Assert.Equal(refusal, PaperRules.RefuseToEnter(Returned(vote), vote, Ana.StaffId!.Value, at) is { } found ? Named(found) : null);
        Assert.Equal(refusal, PaperRules.RefuseToTakeBack(Batch(vote), vote, at) is { } other ? Named(other) : null);
        Assert.Equal(refusal, PaperRules.RefuseToBeginAnew(Returned(vote), vote, at) is { } third ? Named(third) : null);
    }

    [Theory]
    [InlineData(ConsultationStage.Announced, 0, null)]
    [InlineData(ConsultationStage.Open, 47, null)]
    [InlineData(ConsultationStage.Open, 48, nameof(PaperRules.HandedOutTooLate))]
    [InlineData(ConsultationStage.Closed, 48, nameof(PaperRules.HandedOutTooLate))]
    public void Papers_are_handed_out_until_the_closing_hour(ConsultationStage stage, int hoursAfterOpening, string? refusal)
    {
        var vote = In(stage);

        Assert.Equal(refusal, PaperRules.RefuseToHandOut(vote, 100, 1, vote.OpensAt.AddHours(hoursAfterOpening)) is { } found ? Named(found) : null);
        Assert.Equal(stage is ConsultationStage.Announced ? PaperRules.TooManyPapers with { Count = 100 } : refusal is null ? PaperRules.TooManyPapers with { Count = 100 } : PaperRules.HandedOutTooLate,
            PaperRules.RefuseToHandOut(vote, 101, 1, vote.OpensAt.AddHours(hoursAfterOpening)));
    }

    [Fact]
    public void Two_different_people_enter_and_what_differs_waits_for_a_third_look()
    {
        var vote = In(ConsultationStage.Open);
        var batch = Batch(vote);
        Assert.Equal(PaperRules.TotalsMissing, PaperRules.RefuseToEnter(batch, vote, Ana.StaffId!.Value, Now));
        Assert.Throws<InvalidOperationException>(() => batch.Enter(Papers(vote, "1"), Ana, Now));
        Assert.Throws<InvalidOperationException>(() => batch.TakeBack(20, 4, 3, 2, Ana, Now));
        batch.TakeBack(20, 4, 1, 1, Ana, Now);

        Assert.Throws<InvalidOperationException>(() => batch.Enter(Papers(vote, "1"), Ana, Now));
        batch.Enter(Papers(vote, "1", "1,2"), Ana, Now);
        Assert.Equal(PaperRules.SamePerson, PaperRules.RefuseToEnter(batch, vote, Ana.StaffId!.Value, Now));
        Assert.Throws<InvalidOperationException>(() => batch.Enter(Papers(vote, "1", "1,2"), Ana, Now));
        Assert.Equal(PaperRules.EnteredAlready, PaperRules.RefuseToTakeBack(batch, vote, Now));
        Assert.Null(PaperRules.RefuseToEnter(batch, vote, Dan.StaffId!.Value, Now));
        Assert.Equal(PaperRules.NothingToCompare, PaperRules.RefuseToResolve(batch, vote, Now));
        batch.Enter(Papers(vote, "1", "1,3"), Dan, Now);

        Assert.Equal(PaperBatchStage.Compared, batch.Stage);
        Assert.Equal(PaperRules.EnteredAlready, PaperRules.RefuseToEnter(batch, vote, Guid.CreateVersion7(), Now));
        Assert.Null(PaperRules.RefuseToResolve(batch, vote, Now));
        var differing = Assert.Single(batch.Differing);
        Assert.Equal((2, "1,2", "1,3"), (differing.Paper, differing.First, differing.Second));
        batch.Resolve(new Dictionary<PaperAnswer, string> { [differing] = "1,3" }, Dan, Now);

        Assert.Equal(PaperBatchStage.Resolved, batch.Stage);
        Assert.Equal(["1", "1,3"], batch.Answers.Select(a => a.Agreed));
    }

    [Fact]
    public void Nothing_to_enter_is_ready_at_once_and_what_was_wrong_is_begun_anew()
    {
        var vote = In(ConsultationStage.Open);
        var batch = Batch(vote);
        Assert.Equal(PaperRules.NothingToCompare, PaperRules.RefuseToBeginAnew(batch, vote, Now));
        batch.TakeBack(20, 2, 1, 1, Ana, Now);
        Assert.Equal(PaperBatchStage.Resolved, batch.Stage);

        batch.BeginAnew(Ana, Now);
        batch.TakeBack(20, 2, 1, 0, Ana, Now);
        batch.Enter(Papers(vote, "1"), Ana, Now);
        batch.Enter(Papers(vote, "1"), Dan, Now);
        Assert.Equal(PaperBatchStage.Resolved, batch.Stage);
        batch.BeginAnew(Ana, Now);
        Assert.Empty(batch.Answers);
        Assert.Null(PaperRules.RefuseToEnter(batch, vote, Ana.StaffId!.Value, Now));

        batch.Close(Now);
        Assert.Equal(PaperBatchStage.Missed, batch.Stage);
        Assert.Throws<InvalidOperationException>(() => batch.BeginAnew(Ana, Now));
        Assert.Equal(PaperRules.NothingToCompare, PaperRules.RefuseToBeginAnew(batch, vote, Now));
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(100, 9, false)]
    [InlineData(100, 10, true)]
    [InlineData(10, 10, true)]
    [InlineData(9, 10, false)]
    [InlineData(0, 10, true)]
    public void Papers_are_told_apart_where_neither_they_nor_the_cards_are_few(int cards, int papers, bool isTold)
    {
        var vote = Vote(BallotKind.Approval);
        vote.Announce(Ana, Now);
        vote.Open(vote.OpensAt);
        vote.Close(cards, [(AgeBand.From11To13, cards)], new string('0', 64), vote.ClosesAt);
        vote.TakePapers([(AgeBand.From11To13, papers), (AgeBand.From14To17, 0)]);

        Assert.Equal(isTold, PaperRules.TellsApart(vote));
        Assert.Equal(cards + papers, vote.Voted);
        Assert.Equal(cards + papers, vote.Turnout.Single(t => t.AgeBand == AgeBand.From11To13).Children);
    }

    private static string Named(Refusal refusal) => typeof(PaperRules).GetFields().Concat(typeof(ConsultationRules).GetFields())
        .Single(f => f.FieldType == typeof(Refusal) && ((Refusal)f.GetValue(null)!).Key == refusal.Key).Name;

    private static PaperBatch Batch(Consultation vote) => PaperBatch.HandOut(vote, 1, "Școala nr. 5", AgeBand.From11To13, 20, Ana, Now);

    private static PaperBatch Returned(Consultation vote)
    {
        var batch = Batch(vote);
        batch.TakeBack(20, 2, 0, 0, Ana, Now);
        return batch;
    }

    private static List<(int Paper, Guid QuestionId, string Choices)> Papers(Consultation vote, params string[] choices) =>
        [.. choices.Select((c, i) => (i + 1, vote.Questions[0].Id, c))];

    private static Consultation Vote(BallotKind kind)
    {
        var vote = Consultation.Plan(Guid.CreateVersion7(), 1, "Ce facem?", "Alegem.", "Consiliul Local", "Anul acesta.", Now, Now.AddHours(48));
        var question = vote.Ask(new QuestionPlan("Ce facem?", kind, kind == BallotKind.Budget ? CountingRule.GreedyBudget : CountingRules.For(kind)[0], 1, kind == BallotKind.Budget ? 3 : 2) { Points = 10, BudgetBani = 1_000_000 });
        for (var i = 1; i <= 3; i++)
        {
            question.Offer($"Varianta {i}", "", null, costBani: kind == BallotKind.Budget ? 400_000 : 0);
        }

        return vote;
    }

    private static Consultation In(ConsultationStage stage)
    {
        var vote = Vote(BallotKind.Approval);
        vote.Announce(Ana, Now);
        if (stage >= ConsultationStage.Open)
        {
            vote.Open(vote.OpensAt);
        }

        if (stage >= ConsultationStage.Closed)
        {
            vote.Close(0, [], new string('0', 64), vote.ClosesAt);
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
                option.Decide(Decision.Accepted, "Da.");
            }

            vote.Decide("Am citit.", [], Ana, vote.ClosesAt);
        }

        return vote;
    }
}
