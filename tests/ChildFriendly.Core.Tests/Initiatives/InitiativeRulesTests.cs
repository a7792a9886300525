using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.Initiatives;

public sealed class InitiativeRulesTests
{
    private static readonly DateTime Now = new(2026, 3, 4, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Here = Guid.CreateVersion7();
    private static readonly Guid Elsewhere = Guid.CreateVersion7();

    public static TheoryData<InitiativeStage> AllStages => [.. Enum.GetValues<InitiativeStage>()];

    [Theory]
    [MemberData(nameof(AllStages))]
    public void Only_what_waits_for_the_town_hall_collects_support(InitiativeStage stage)
    {
        var initiative = In(stage);
        var isOpen = stage is InitiativeStage.Published or InitiativeStage.UnderReview;

        Assert.Equal(isOpen ? null : InitiativeRules.NotOpenForSupport, InitiativeRules.RefuseToSupport(initiative, Children.Of(Here, Now)));
        Assert.Equal(isOpen ? InitiativeRules.OwnInitiative : InitiativeRules.NotOpenForSupport, InitiativeRules.RefuseToSupport(initiative, author));
        Assert.Equal(InitiativeRules.OtherLocality, InitiativeRules.RefuseToSupport(initiative, Children.Of(Elsewhere, Now)));
    }

    [Theory]
    [MemberData(nameof(AllStages))]
    public void Only_the_author_changes_and_only_what_is_not_sent(InitiativeStage stage)
    {
        var initiative = In(stage);
        var isOpen = stage is InitiativeStage.Draft or InitiativeStage.SentBack;
        // What was taken down is nobody's any more.
        var refusal = stage is InitiativeStage.Removed ? InitiativeRules.NotYours : InitiativeRules.NotEditable;

        Assert.Equal(isOpen ? null : refusal, InitiativeRules.RefuseToEdit(initiative, author));
        Assert.Equal(InitiativeRules.NotYours, InitiativeRules.RefuseToEdit(initiative, Children.Of(Here, Now)));
        Assert.Equal(isOpen ? null : refusal, InitiativeRules.RefuseToSubmit(initiative, author, waiting: 0));
        Assert.Equal(isOpen ? InitiativeRules.TooManyWaiting : refusal, InitiativeRules.RefuseToSubmit(initiative, author, InitiativeRules.MostWaiting));
        Assert.Equal(isOpen ? null : refusal, InitiativeRules.RefuseToSubmit(initiative, author, InitiativeRules.MostWaitingWithSign - 1, hasSign: true));
        Assert.Equal(isOpen ? InitiativeRules.TooManyWaiting : refusal, InitiativeRules.RefuseToSubmit(initiative, author, InitiativeRules.MostWaitingWithSign, hasSign: true));
    }

    [Theory]
    [MemberData(nameof(AllStages))]
    public void A_child_takes_back_what_is_not_published_yet(InitiativeStage stage)
    {
        var isOpen = stage is InitiativeStage.Draft or InitiativeStage.Submitted or InitiativeStage.SentBack;

        // What was taken down is nobody's any more.
        var refusal = isOpen ? null : stage is InitiativeStage.Removed ? InitiativeRules.NotYours : InitiativeRules.NotEditable;
        Assert.Equal(refusal, InitiativeRules.RefuseToWithdraw(In(stage), author));
        Assert.Equal(InitiativeRules.NotYours, InitiativeRules.RefuseToWithdraw(In(stage), Children.Of(Here, Now)));
    }

    [Theory]
    [MemberData(nameof(AllStages))]
    public void What_a_child_wrote_with_its_card_is_none_of_the_facilitators(InitiativeStage stage)
    {
        Assert.Equal(InitiativeRules.NotAGroups, InitiativeRules.RefuseToPrintWords(In(stage)));
        Assert.Equal(InitiativeRules.NotAGroups, InitiativeRules.RefuseToCorrect(In(stage)));
        Assert.Equal(InitiativeRules.NotAGroups, InitiativeRules.RefuseToWithdraw(In(stage)));
    }

    [Fact]
    public void What_was_written_down_is_corrected_after_a_question_and_taken_back_until_a_decision()
    {
        var idea = Initiative.WriteDown(Here, 5, AgeBand.From6To10, Now);
        Assert.Equal(InitiativeRules.NotEditable, InitiativeRules.RefuseToCorrect(idea));
        Assert.Equal(InitiativeRules.NotEditable, InitiativeRules.RefuseToWithdraw(idea));
        idea.ChooseGoal(GoalArea.Play, Now);
        idea.Tell("O bancă", "La umbră.", Now);
        idea.Locate("Parcul Mare", Now);

        idea.Submit(1, Now, By);
        Assert.Equal(InitiativeRules.NotEditable, InitiativeRules.RefuseToCorrect(idea));
        Assert.Null(InitiativeRules.RefuseToWithdraw(idea));
        idea.SendBack("Unde?", null, By, Now);
        Assert.Null(InitiativeRules.RefuseToCorrect(idea));
        Assert.Null(InitiativeRules.RefuseToWithdraw(idea));
        idea.Submit(1, Now, By);
        idea.Publish(By, Now);
        Assert.Equal(InitiativeRules.NotEditable, InitiativeRules.RefuseToCorrect(idea));
        Assert.Equal(InitiativeRules.NotEditable, InitiativeRules.RefuseToWithdraw(idea));
        Assert.Null(InitiativeRules.RefuseToPrintWords(idea));
    }

    [Theory]
    [InlineData(-1, "desk.group-ideas.no-children")]
    [InlineData(0, "desk.group-ideas.no-children")]
    [InlineData(1, null)]
    [InlineData(60, null)]
    [InlineData(61, "desk.group-ideas.too-many")]
    public void A_group_is_from_one_child_to_sixty(int children, string? refusal) => Assert.Equal(refusal, InitiativeRules.RefuseToWriteDown(children)?.Key);

    [Theory]
    [MemberData(nameof(AllStages))]
    public void A_child_asks_once_for_what_is_public_to_be_taken_down_and_nothing_of_it_is_left(InitiativeStage stage)
    {
        var expected = stage.IsPublic() ? null : stage is InitiativeStage.Removed ? InitiativeRules.NotYours : InitiativeRules.NotPublic;
        Assert.Equal(expected, InitiativeRules.RefuseToRequestRemoval(In(stage), author));
        Assert.Equal(InitiativeRules.NotYours, InitiativeRules.RefuseToRequestRemoval(In(stage), Children.Of(Here, Now)));
        Assert.Equal(stage is InitiativeStage.OnBallot ? InitiativeRules.InVote : null, stage.IsPublic() ? InitiativeRules.RefuseToRemove(In(stage)) : null);

        var initiative = In(stage);
        if (!stage.IsPublic())
        {
            Assert.Throws<InvalidOperationException>(() => initiative.RequestRemoval(Now));
            return;
        }

        initiative.RequestRemoval(Now);
        Assert.Equal(InitiativeRules.RemovalRequestedAlready, InitiativeRules.RefuseToRequestRemoval(initiative, author));
        if (stage is not InitiativeStage.OnBallot)
        {
            initiative.Remove(By, Now);
            Assert.Equal(("", "", "", "", (Guid?)null), (initiative.Title, initiative.Text, initiative.Place, initiative.SearchText, initiative.AuthorId));
            Assert.All(initiative.Timeline, t => Assert.Null(t.Sentence));
        }
    }

    [Theory]
    [MemberData(nameof(AllStages))]
    public void Everybody_sees_what_was_checked_and_the_author_sees_their_own(InitiativeStage stage)
    {
        var initiative = In(stage);
        var isPublic = stage is not (InitiativeStage.Draft or InitiativeStage.Submitted or InitiativeStage.SentBack or InitiativeStage.NotPublished
            or InitiativeStage.Withdrawn or InitiativeStage.Hidden or InitiativeStage.Removed);

        var all = new[] { initiative }.AsQueryable();
        Assert.Equal(isPublic, all.VisibleTo(null).Any());
        Assert.Equal(isPublic, all.VisibleTo(Children.Of(Here, Now).Id).Any());
        // What was taken down has no author any more.
        Assert.Equal(stage is not InitiativeStage.Removed, all.VisibleTo(author.Id).Any());
        Assert.All(initiative.Timeline, t => Assert.Equal(t.IsPublic, t.Stage.IsPublic()));
    }

    [Theory]
    [MemberData(nameof(AllStages))]
    public void Staff_act_only_when_it_is_their_turn(InitiativeStage stage)
    {
        Assert.Equal(stage is InitiativeStage.Published or InitiativeStage.UnderReview, InitiativeRules.RefuseToAnswer(In(stage)) is null);
        Assert.Equal(stage is InitiativeStage.Published or InitiativeStage.NotSelected, InitiativeRules.RefuseToTakeUp(In(stage)) is null);
    }

    [Theory]
    [MemberData(nameof(AllStages))]
    public void A_verb_in_a_wrong_stage_throws_and_changes_nothing(InitiativeStage stage)
    {
        Verb(i => i.Submit(1, Now), InitiativeStage.Draft, InitiativeStage.SentBack);
        Verb(i => i.Publish(By, Now), InitiativeStage.Submitted);
        Verb(i => i.SendBack("?", about: null, By, Now), InitiativeStage.Submitted);
        Verb(i => i.DoNotPublish("moderation.reason.Insult", "Nu.", By, Now), InitiativeStage.Submitted);
        Verb(i => i.PutOnBallot(Here, By, Now), InitiativeStage.Accepted, InitiativeStage.PartlyAccepted);
        Verb(i => i.TakeVoteResult(true, Now), InitiativeStage.OnBallot);
        Verb(i => i.TakeDecision(Decision.Accepted, "Da.", "Consiliul Local", By, Now), InitiativeStage.Selected, InitiativeStage.NotSelected);
        Verb(i => i.PutIntoPlan(Here, By, Now), InitiativeStage.Accepted, InitiativeStage.PartlyAccepted);
        Verb(i => i.BeginWork(By, Now), InitiativeStage.InPlan);
        Verb(i => i.Finish(By, Now), InitiativeStage.InPlan, InitiativeStage.InProgress);
        Verb(i => i.ConfirmByChildren(By, Now), InitiativeStage.Done);
        Verb(i => i.ReturnToReview("Oprit.", By, Now), InitiativeStage.InPlan, InitiativeStage.InProgress, InitiativeStage.Done);
        Verb(i => i.ResumeWork(By, Now), InitiativeStage.Done);

        Verb(i => i.Remove(By, Now), [.. Enum.GetValues<InitiativeStage>().Where(s => (s.IsPublic() && s is not InitiativeStage.OnBallot) || s is InitiativeStage.Hidden)]);

        void Verb(Action<Initiative> act, params InitiativeStage[] allowed)
        {
            var initiative = In(stage);
            var before = initiative.Timeline.Count;
            if (allowed.Contains(stage))
            {
                act(initiative);
                Assert.Equal(before + 1, initiative.Timeline.Count);
                Assert.NotEmpty(initiative.Changes);
            }
            else
            {
                Assert.Throws<InvalidOperationException>(() => act(initiative));
                Assert.Equal(stage, initiative.Stage);
                Assert.Equal(before, initiative.Timeline.Count);
            }
        }
    }

    [Fact]
    public void An_incomplete_draft_says_what_is_missing_first()
    {
        var draft = Initiative.Begin(author, Now);
        Assert.Equal(InitiativeRules.GoalMissing, InitiativeRules.RefuseToSubmit(draft, author, 0));
        draft.ChooseGoal(GoalArea.Voice, Now);
        Assert.Equal(InitiativeRules.TitleMissing, InitiativeRules.RefuseToSubmit(draft, author, 0));
        draft.Tell("Nume", "", Now);
        Assert.Equal(InitiativeRules.TextMissing, InitiativeRules.RefuseToSubmit(draft, author, 0));
        draft.Tell("Nume", "Text", Now);
        Assert.Equal(InitiativeRules.PlaceMissing, InitiativeRules.RefuseToSubmit(draft, author, 0));
        draft.Locate("Parc", Now);
        Assert.Null(InitiativeRules.RefuseToSubmit(draft, author, 0));
        Assert.Throws<InvalidOperationException>(() => Initiative.Begin(author, Now).Submit(1, Now));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 1)]
    [InlineData(40, 40)]
    [InlineData(-1, null)]
    public void An_answer_is_overdue_from_the_day_after(int daysPast, int? overdue)
    {
        var today = new DateOnly(2026, 3, 4);

        Assert.Equal(overdue, InitiativeRules.DaysOverdue(today.AddDays(-daysPast), today));
        Assert.Null(InitiativeRules.DaysOverdue(null, today));
    }

    [Fact]
    public void The_answer_is_due_thirty_days_after_publication_and_no_longer_once_given()
    {
        var initiative = In(InitiativeStage.Published);
        Assert.Equal(new DateOnly(2026, 4, 3), initiative.AnswerDueOn);

        initiative.Answer(Decision.NotNow, AnswerReason.NeedsStudy, "Studiem.", "Primăria", By, Now);

        Assert.Null(initiative.AnswerDueOn);
    }

    [Theory]
    [InlineData(Decision.Accepted, "GoodIdea AlreadyPlanned")]
    [InlineData(Decision.PartlyAccepted, "PartOfItPossible NoMoneyThisYear NotOursToDecide NotSafe LawForbids AlreadyExists")]
    [InlineData(Decision.NotNow, "NoMoneyThisYear NeedsStudy")]
    [InlineData(Decision.Declined, "NotOursToDecide NotSafe LawForbids AlreadyExists")]
    public void A_decision_is_given_with_a_reason_that_fits_it(Decision decision, string reasons)
    {
        foreach (var reason in Enum.GetValues<AnswerReason>())
        {
            var fits = reasons.Split(' ').Contains(reason.ToString());
            var initiative = In(InitiativeStage.Published);

            Assert.Equal(fits ? null : InitiativeRules.ReasonDoesNotFit, InitiativeRules.RefuseToAnswer(initiative, decision, reason));
            if (!fits)
            {
                Assert.Throws<InvalidOperationException>(() => initiative.Answer(decision, reason, "Așa.", "Primăria", By, Now));
            }
        }
    }

    [Theory]
    [InlineData(InitiativeStage.Selected, Decision.NotNow, InitiativeStage.NotNow)]
    [InlineData(InitiativeStage.Selected, Decision.Declined, InitiativeStage.Declined)]
    [InlineData(InitiativeStage.Selected, Decision.PartlyAccepted, InitiativeStage.Selected)]
    [InlineData(InitiativeStage.Selected, Decision.Accepted, InitiativeStage.Selected)]
    [InlineData(InitiativeStage.NotSelected, Decision.Accepted, InitiativeStage.Accepted)]
    [InlineData(InitiativeStage.NotSelected, Decision.PartlyAccepted, InitiativeStage.PartlyAccepted)]
    [InlineData(InitiativeStage.NotSelected, Decision.NotNow, InitiativeStage.NotSelected)]
    [InlineData(InitiativeStage.NotSelected, Decision.Declined, InitiativeStage.Declined)]
    public void A_decision_after_the_vote_says_whether_the_plan_is_open(InitiativeStage voted, Decision decision, InitiativeStage after)
    {
        var initiative = In(voted);

        initiative.TakeDecision(decision, "Podul e al județului.", "Consiliul Local", By, Now);

        Assert.Equal(after, initiative.Stage);
        Assert.Equal("Podul e al județului.", initiative.Timeline[^1].Sentence);
        Assert.False(initiative.AwaitsDecision);
    }

    [Fact]
    public void What_children_selected_goes_into_the_plan_after_the_decision_about_it()
    {
        var initiative = In(InitiativeStage.Selected);

        Assert.True(initiative.AwaitsDecision);
        Assert.Throws<InvalidOperationException>(() => initiative.PutIntoPlan(Here, By, Now));
        initiative.TakeDecision(Decision.PartlyAccepted, "Jumătate.", "Consiliul Local", By, Now);
        initiative.PutIntoPlan(Here, By, Now);
        Assert.Equal(InitiativeStage.InPlan, initiative.Stage);
    }

    [Fact]
    public void An_initiative_merges_only_into_another_public_one_of_the_same_locality()
    {
        Assert.Throws<InvalidOperationException>(() => In(InitiativeStage.Published).MergeInto(In(InitiativeStage.Submitted), "", By, Now));
        var one = In(InitiativeStage.Published);
        Assert.Throws<InvalidOperationException>(() => one.MergeInto(one, "", By, Now));
        one.MergeInto(In(InitiativeStage.Published), "La fel.", By, Now);
        Assert.Equal(InitiativeStage.MergedInto, one.Stage);
    }

    private readonly Participant author = Children.Of(Here, Now);

    private static Actor By { get; } = Actor.Of(Role.CouncilStaff, Guid.CreateVersion7());

    /// <summary>Reaches a stage on the way people take.</summary>
    private Initiative In(InitiativeStage stage)
    {
        var i = Initiative.Begin(author, Now);
        i.ChooseGoal(GoalArea.Play, Now);
        i.Tell("Leagăn", "Vrem un leagăn.", Now);
        i.Locate("Parc", Now);
        switch (stage)
        {
            case InitiativeStage.Draft:
                return i;
            case InitiativeStage.Withdrawn:
                i.Withdraw(Now);
                return i;
        }

        i.Submit(1, Now);
        switch (stage)
        {
            case InitiativeStage.Submitted:
                return i;
            case InitiativeStage.SentBack:
                i.SendBack("Unde?", WordsField.Place, By, Now);
                return i;
            case InitiativeStage.NotPublished:
                i.DoNotPublish("moderation.reason.Copied", "E copiat.", By, Now);
                return i;
        }

        i.Publish(By, Now);
        switch (stage)
        {
            case InitiativeStage.Published:
                return i;
            case InitiativeStage.Hidden:
                i.Hide("Ascuns.", By, Now);
                return i;
            case InitiativeStage.Removed:
                i.RequestRemoval(Now);
                i.Remove(By, Now);
                return i;
            case InitiativeStage.UnderReview:
                i.TakeUpForReview("Primăria", By, Now);
                return i;
            case InitiativeStage.MergedInto:
                i.MergeInto(In(InitiativeStage.Published), "La fel.", By, Now);
                return i;
            case InitiativeStage.PartlyAccepted or InitiativeStage.NotNow or InitiativeStage.Declined:
                var decision = Enum.Parse<Decision>(stage.ToString());
                i.Answer(decision, Enum.GetValues<AnswerReason>().First(r => r.Fits(decision)), "Așa e.", "Primăria", By, Now);
                return i;
        }

        i.Answer(Decision.Accepted, AnswerReason.GoodIdea, "Bine.", "Primăria", By, Now);
        if (stage == InitiativeStage.Accepted)
        {
            return i;
        }

        i.PutOnBallot(Here, By, Now);
        if (stage == InitiativeStage.OnBallot)
        {
            return i;
        }

        i.TakeVoteResult(stage != InitiativeStage.NotSelected, Now);
        if (stage is InitiativeStage.Selected or InitiativeStage.NotSelected)
        {
            return i;
        }

        i.TakeDecision(Decision.Accepted, "Da, o facem.", "Consiliul Local", By, Now);
        i.PutIntoPlan(Here, By, Now);
        if (stage == InitiativeStage.InPlan)
        {
            return i;
        }

        i.BeginWork(By, Now);
        if (stage == InitiativeStage.InProgress)
        {
            return i;
        }

        i.Finish(By, Now);
        if (stage == InitiativeStage.ConfirmedByChildren)
        {
            i.ConfirmByChildren(By, Now);
        }

        return i;
    }
}
