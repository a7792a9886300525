using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.AdvisoryCouncils;

public sealed class RecommendationTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Actor By = Actor.Of(Role.CouncilCoordinator, Guid.CreateVersion7());

    [Theory]
    [InlineData(RecommendationStage.Draft, true, false, false, false)]
    [InlineData(RecommendationStage.Adopted, false, true, false, false)]
    [InlineData(RecommendationStage.Sent, false, false, true, false)]
    [InlineData(RecommendationStage.Answered, false, false, false, true)]
    public void Each_step_is_possible_in_one_stage_only(RecommendationStage stage, bool rewrite, bool send, bool answer, bool withdraw)
    {
        var recommendation = In(stage);

        Assert.Equal(rewrite, RecommendationRules.RefuseToRewrite(recommendation) is null);
        Assert.Equal(send, RecommendationRules.RefuseToSend(recommendation) is null);
        Assert.Equal(answer, RecommendationRules.RefuseToAnswer(recommendation) is null);
        Assert.Equal(withdraw, RecommendationRules.RefuseToWithdrawAnswer(recommendation) is null);
        Fails(rewrite, () => In(stage).Rewrite("T", "T", AddresseeKind.Mayor, "Primarul", By, Now));
        Fails(rewrite, () => In(stage).Adopt(2, Today, By, Now));
        Fails(send, () => In(stage).Send(By, Now));
        Fails(answer, () => In(stage).Answer(new OwedAnswer(Decision.Accepted, null, "Da.", "Primăria"), By, Now));
        Fails(withdraw, () => In(stage).WithdrawAnswer("Am greșit.", By, Now));
    }

    [Fact]
    public void A_withdrawn_answer_stays_and_the_same_clock_runs_on()
    {
        var recommendation = In(RecommendationStage.Answered);
        var due = recommendation.AnswerDueOn;

        recommendation.WithdrawAnswer("Am greșit.", By, Now.AddDays(40));

        Assert.Equal((RecommendationStage.Sent, due, null), (recommendation.Stage, recommendation.AnswerDueOn, recommendation.Decision));
        Assert.Equal(10, RecommendationRules.DaysOverdue(recommendation.Stage, recommendation.AnswerDueOn, Today.AddDays(40)));
        Assert.Equal("Am greșit.", Assert.Single(recommendation.Answers).WithdrawnBecause);
        recommendation.Answer(new OwedAnswer(Decision.Declined, AnswerReason.NotSafe, "Nu.", "Primăria"), By, Now.AddDays(41));
        Assert.Equal(2, recommendation.Answers.Count);
        Assert.Equal("Nu.", recommendation.Answered!.Text);
        Assert.Null(RecommendationRules.DueOn(recommendation.Stage, recommendation.AnswerDueOn));
    }

    [Fact]
    public void A_reason_of_the_list_is_given_only_where_it_fits()
    {
        Assert.Equal(AnswerRules.ReasonDoesNotFit, RecommendationRules.RefuseToAnswer(In(RecommendationStage.Sent), Decision.Accepted, AnswerReason.NotSafe));
        Assert.Null(RecommendationRules.RefuseToAnswer(In(RecommendationStage.Sent), Decision.Accepted, null));
        Assert.Throws<InvalidOperationException>(() => In(RecommendationStage.Sent).Answer(new OwedAnswer(Decision.Accepted, AnswerReason.NotSafe, "Da.", "Primăria"), By, Now));
    }

    [Fact]
    public void What_it_rests_on_is_linked_once_and_can_be_taken_away()
    {
        var recommendation = In(RecommendationStage.Sent);
        var (idea, vote) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        recommendation.RestOn([(SourceKind.Initiative, idea), (SourceKind.Initiative, idea), (SourceKind.Consultation, vote)], By, Now);
        Assert.Equal(2, recommendation.Sources.Count);
        recommendation.RestOn([(SourceKind.Consultation, vote)], By, Now);

        Assert.Equal((SourceKind.Consultation, vote), recommendation.Sources.Select(s => (s.Kind, s.ItemId)).Single());
    }

    private static void Fails(bool isPossible, Action verb)
    {
        if (isPossible)
        {
            verb();
        }
        else
        {
            Assert.Throws<InvalidOperationException>(verb);
        }
    }

    private static Recommendation In(RecommendationStage stage)
    {
        var recommendation = Recommendation.Draft(Guid.CreateVersion7(), "Lumină", "Cerem lumină.", AddresseeKind.Mayor, "Primarul", By, Now);
        if (stage >= RecommendationStage.Adopted)
        {
            recommendation.Adopt(1, Today, By, Now);
        }

        if (stage >= RecommendationStage.Sent)
        {
            recommendation.Send(By, Now);
        }

        if (stage >= RecommendationStage.Answered)
        {
            recommendation.Answer(new OwedAnswer(Decision.Accepted, null, "Da.", "Primăria"), By, Now);
        }

        return recommendation;
    }
}
