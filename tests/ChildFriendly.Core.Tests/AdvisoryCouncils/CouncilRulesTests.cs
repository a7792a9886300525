using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.AdvisoryCouncils;

public sealed class CouncilRulesTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Actor By = Actor.Of(Role.CouncilCoordinator, Guid.CreateVersion7());

    [Fact]
    public void A_mandate_goes_forward_and_lasts_four_years_at_most()
    {
        Assert.Null(CouncilRules.RefuseMandate(null, null));
        Assert.Null(CouncilRules.RefuseMandate(Today, Today.AddYears(4)));
        Assert.Equal(CouncilRules.MandateBackwards, CouncilRules.RefuseMandate(Today, Today));
        Assert.Equal(CouncilRules.MandateTooLong, CouncilRules.RefuseMandate(Today, Today.AddYears(4).AddDays(1)));
    }

    [Fact]
    public void Names_and_cards_are_held_only_while_a_mandate_lasts()
    {
        Assert.Equal(CouncilRules.MandateMissing, CouncilRules.RefuseToHoldMembers(null, Today));
        Assert.Equal(CouncilRules.MandateMissing, CouncilRules.RefuseToHoldMembers(Council(null), Today));
        Assert.Equal(CouncilRules.MandateOver, CouncilRules.RefuseToHoldMembers(Council(Today.AddDays(-1)), Today));
        Assert.Null(CouncilRules.RefuseToHoldMembers(Council(Today), Today));
    }

    [Theory]
    [InlineData(-1, 1, "desk.council.meeting.in-the-past")]
    [InlineData(1, 1, "desk.council.meeting.ends-before-it-begins")]
    [InlineData(1, 14, "desk.council.meeting.too-long")]
    [InlineData(1, 3, null)]
    public void A_meeting_is_to_come_and_ends_after_it_begins(int startsInHours, int endsInHours, string? refusal) =>
        Assert.Equal(refusal, MeetingRules.RefuseTimes(Now.AddHours(startsInHours), Now.AddHours(endsInHours), Now)?.Key);

    [Fact]
    public void An_agenda_is_changed_around_what_came_from_children()
    {
        var meeting = Meeting("Unu\nDoi\nTrei");
        var idea = Guid.CreateVersion7();
        meeting.TakeUp(idea, Now);

        meeting.Move("T", "S", Now.AddDays(5), Now.AddDays(5).AddHours(1), "", "Unu bis\nDoi", By, Now);

        Assert.Equal(["Unu bis", "Doi", ""], meeting.Points.OrderBy(p => p.Position).Select(p => p.Text));
        Assert.Equal(idea, meeting.Points.MaxBy(p => p.Position)!.InitiativeId);
        Assert.Equal([1, 2, 3], meeting.Points.Select(p => p.Position).Order());
    }

    [Fact]
    public void Minutes_come_after_the_meeting_and_changes_before_it()
    {
        var meeting = Meeting("Unu");

        Assert.Equal(MeetingRules.NotYet, MeetingRules.RefuseToReport(meeting, Now));
        Assert.Null(MeetingRules.RefuseToMove(meeting, Now));
        Assert.Null(MeetingRules.RefuseToReport(meeting, Now.AddDays(5)));
        Assert.Equal(MeetingRules.Over, MeetingRules.RefuseToMove(meeting, Now.AddDays(5)));
        Assert.Throws<InvalidOperationException>(() => meeting.Report(9, "S", By, Now));
        meeting.Cancel("Sala e închisă.", By, Now);
        Assert.Equal(MeetingRules.Cancelled, MeetingRules.RefuseToReport(meeting, Now.AddDays(5)));
        Assert.Throws<InvalidOperationException>(() => meeting.Cancel("Iar.", By, Now));
    }

    [Theory]
    [InlineData("Unu", "desk.council.poll.too-few-options")]
    [InlineData("Unu|unu", "desk.council.poll.too-few-options")]
    [InlineData("1|2|3|4|5|6|7", "desk.council.poll.too-many-options")]
    [InlineData("Unu|Doi", null)]
    public void A_poll_has_two_to_six_different_answers(string options, string? refusal) => Assert.Equal(refusal, PollRules.RefuseOptions(options.Split('|'))?.Key);

    [Fact]
    public void A_poll_takes_votes_until_its_last_day_and_then_numbers_stay()
    {
        var poll = CouncilPoll.Ask(Guid.CreateVersion7(), "Unde?", ["Aici", "Acolo"], Today, By, Now);

        Assert.Null(PollRules.RefuseToVote(poll, Today));
        Assert.Equal(PollRules.Closed, PollRules.RefuseToVote(poll, Today.AddDays(1)));
        poll.Close([], By, Now);
        Assert.Equal(PollRules.Closed, PollRules.RefuseToVote(poll, Today));
        Assert.All(poll.Options, o => Assert.Equal(0, o.Votes));
        Assert.Throws<InvalidOperationException>(() => poll.Close([], By, Now));
    }

    private static CouncilMeeting Meeting(string agenda) => CouncilMeeting.Invite(Guid.CreateVersion7(), 1, "T", "S", Now.AddDays(3), agenda, By, Now);

    private static ChildrensCouncil Council(DateOnly? until)
    {
        var council = ChildrensCouncil.Establish(Guid.CreateVersion7(), 20, "A", "F", By, Now);
        council.Describe(new CouncilWords(20, "A", "F", "", "", null, until, 8, 10), By, Now);
        return council;
    }
}
