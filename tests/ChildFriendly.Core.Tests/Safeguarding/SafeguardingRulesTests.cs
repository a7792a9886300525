using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.Safeguarding;

public sealed class SafeguardingRulesTests
{
    private static readonly ISeal Seal = new Reversed();

    // A Wednesday, 15:00 in Bacău.
    private static readonly DateTime Wednesday = new(2026, 3, 4, 13, 0, 0, DateTimeKind.Utc);

    private static readonly Actor Lead = Actor.Of(Role.SafeguardingLead, Guid.CreateVersion7());

    [Theory]
    [InlineData(0, true, true, null)]
    [InlineData(14, true, true, null)]
    [InlineData(15, true, true, AlarmStep.Deputy)]
    [InlineData(15, true, false, AlarmStep.National)]
    [InlineData(0, false, true, AlarmStep.Deputy)]
    [InlineData(0, false, false, AlarmStep.National)]
    public void The_lead_alone_is_alarmed_for_a_quarter_of_an_hour(int minutes, bool hasLead, bool hasDeputy, AlarmStep? next) =>
        Assert.Equal(next, SafeguardingRules.NextAlarm(New(), Wednesday.AddMinutes(minutes), hasLead, hasDeputy));

    [Theory]
    [InlineData(29, true, null)]
    [InlineData(30, true, AlarmStep.National)]
    [InlineData(0, false, AlarmStep.National)]
    public void The_national_lead_is_alarmed_half_an_hour_after_the_deputy(int minutes, bool hasDeputy, AlarmStep? next)
    {
        var item = New();
        item.PassOn(AlarmStep.Deputy, Wednesday.AddMinutes(15));

        Assert.Equal(next, SafeguardingRules.NextAlarm(item, Wednesday.AddMinutes(15 + minutes), hasLead: true, hasDeputy));
    }

    [Fact]
    public void Nobody_is_alarmed_further_once_it_was_seen_and_beyond_the_national_lead_there_is_nobody()
    {
        var seen = New();
        seen.Acknowledge(Lead, Wednesday.AddMinutes(3));
        var last = New();
        last.PassOn(AlarmStep.National, Wednesday);

        Assert.Null(SafeguardingRules.NextAlarm(seen, Wednesday.AddDays(1), hasLead: true, hasDeputy: true));
        Assert.Null(SafeguardingRules.NextAlarm(last, Wednesday.AddDays(1), hasLead: true, hasDeputy: true));
        Assert.Throws<InvalidOperationException>(() => seen.PassOn(AlarmStep.Deputy, Wednesday));
        Assert.Throws<InvalidOperationException>(() => last.PassOn(AlarmStep.Deputy, Wednesday));
        Assert.Equal(SafeguardingRules.Seen, SafeguardingRules.RefuseToAcknowledge(seen));
    }

    [Theory]
    [InlineData(null, "2026-03-04T14:00")]
    [InlineData(SafeguardingLevel.A, "2026-03-04T14:00")]
    // The end of Wednesday in Romania, and of the third working day after it.
    [InlineData(SafeguardingLevel.B, "2026-03-04T22:00")]
    [InlineData(SafeguardingLevel.C, "2026-03-09T22:00")]
    public void Each_level_has_its_clock(SafeguardingLevel? level, string due)
    {
        var item = New();
        if (level is { } given)
        {
            item.Triage(given, "motiv", Seal, Lead, Wednesday.AddMinutes(5));
        }

        var at = DateTime.SpecifyKind(DateTime.Parse(due, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
        Assert.Equal(at, SafeguardingRules.DueAt(item));
        Assert.False(SafeguardingRules.IsLate(item, at));
        Assert.Equal(level is null or SafeguardingLevel.A ? at : at.AddMinutes(-1), SafeguardingRules.LastMinuteOf(at));
        Assert.True(SafeguardingRules.IsLate(item, at.AddSeconds(1)));

        item.Act(SafeguardingAct.Called119, "", Seal, Lead, at);
        Assert.False(SafeguardingRules.IsLate(item, at.AddDays(10)));
    }

    [Fact]
    public void What_came_on_a_free_day_is_due_on_the_next_working_day()
    {
        // Saturday before the Monday of Whitsun, 1 June 2026: also Children's Day. The next working day is Tuesday.
        var item = New(new DateTime(2026, 5, 30, 9, 0, 0, DateTimeKind.Utc));
        item.Triage(SafeguardingLevel.B, "motiv", Seal, Lead, item.OpenedAt);

        Assert.Equal(new DateTime(2026, 6, 2, 21, 0, 0, DateTimeKind.Utc), SafeguardingRules.DueAt(item));
    }

    [Fact]
    public void No_concern_closes_and_what_waited_waits_since_when_it_came()
    {
        var waiting = ModerationCase.Open(ModerationSubject.Initiative, Guid.CreateVersion7(), Guid.CreateVersion7(), Wednesday.AddDays(-3));
        var moderator = Guid.CreateVersion7();
        waiting.Claim(moderator, Wednesday);
        waiting.SetAside();
        var item = New();

        Assert.Equal((ModerationStage.Concern, null, ModerationRules.SomebodyElseHasIt), (waiting.Stage, waiting.ClaimedById, ModerationRules.RefuseToClaim(waiting, moderator, Wednesday)));
        item.Triage(SafeguardingLevel.D, "o glumă", Seal, Lead, Wednesday.AddHours(1));
        waiting.Return();

        Assert.Equal((SafeguardingStage.Closed, SafeguardingOutcome.NoConcern), (item.Stage, item.Outcome));
        Assert.Equal((ModerationStage.Waiting, Wednesday.AddDays(-3)), (waiting.Stage, waiting.WaitingSince));
        Assert.Null(ModerationRules.RefuseToClaim(waiting, moderator, Wednesday));
        Assert.Null(SafeguardingRules.DueAt(item));
    }

    [Fact]
    public void What_a_child_took_back_does_not_return()
    {
        var waiting = ModerationCase.Open(ModerationSubject.Initiative, Guid.CreateVersion7(), Guid.CreateVersion7(), Wednesday);
        waiting.SetAside();
        waiting.Withdraw(Wednesday);
        waiting.Return();

        Assert.Equal(ModerationStage.Withdrawn, waiting.Stage);
        Assert.Throws<InvalidOperationException>(waiting.SetAside);
    }

    [Fact]
    public void A_case_is_closed_with_a_level_and_a_word_and_then_nothing_is_done_with_it()
    {
        var item = New();
        Assert.Equal(SafeguardingRules.NotTriaged, SafeguardingRules.RefuseToClose(item, "gata"));
        Assert.Equal(SafeguardingRules.ReasonMissing, SafeguardingRules.RefuseToTriage(item, SafeguardingLevel.A, " "));
        Assert.Equal(SafeguardingRules.LevelMissing, SafeguardingRules.RefuseToTriage(item, (SafeguardingLevel)9, "motiv"));
        item.Triage(SafeguardingLevel.A, "motiv", Seal, Lead, Wednesday);
        Assert.Equal(SafeguardingRules.ReasonMissing, SafeguardingRules.RefuseToClose(item, ""));
        item.Close(SafeguardingOutcome.HandedOver, "la DGASPC", Seal, Lead, Wednesday.AddHours(1));

        Assert.Equal(SafeguardingRules.Over, SafeguardingRules.RefuseToClose(item, "gata"));
        Assert.Equal(SafeguardingRules.Over, SafeguardingRules.RefuseToAct(item));
        Assert.Equal(SafeguardingRules.Over, SafeguardingRules.RefuseToTriage(item, SafeguardingLevel.D, "motiv"));
        Assert.Equal(SafeguardingRules.Seen, SafeguardingRules.RefuseToAcknowledge(item));
        Assert.Equal(["A", "–"], item.Notes.Select(n => n.Level?.ToString() ?? "–"));
    }

    [Fact]
    public void Words_are_sealed_and_erased_only_once_it_is_over()
    {
        var item = New();
        Assert.Equal(("vuletuc ud", "alocș al"), (item.SealedWords, item.SealedReach));
        Assert.Throws<InvalidOperationException>(() => item.Erase(Wednesday));
        item.Triage(SafeguardingLevel.D, "nimic", Seal, Lead, Wednesday);
        item.Erase(Wednesday.AddYears(5));

        Assert.Equal("", item.SealedWords + item.SealedReach + string.Concat(item.Notes.Select(n => n.SealedText)));
        Assert.Throws<InvalidOperationException>(() => item.Erase(Wednesday.AddYears(5)));
    }

    [Theory]
    // 1 April 2026 is a working day; 1 May and the weekend after it are not.
    [InlineData("2026-03-31", "2026-03-01")]
    [InlineData("2026-04-01", "2026-04-01 2026-03-01")]
    [InlineData("2026-04-02", "2026-04-01")]
    [InlineData("2026-05-04", "2026-05-01 2026-04-01")]
    [InlineData("2026-05-05", "2026-05-01")]
    public void The_test_of_last_month_counts_until_the_first_working_day_is_over(string today, string months) => Assert.Equal(
        months.Split(' '), SafeguardingRules.MonthsThatCount(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).Select(m => m.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_test_alarm_is_answered_by_two_people()
    {
        var test = AlarmTest.Send(Guid.CreateVersion7(), Actor.Program, Wednesday);
        var (ana, dan) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        test.Acknowledge(Role.SafeguardingLead, ana, Wednesday);

        Assert.Equal(SafeguardingRules.TestSeen, SafeguardingRules.RefuseToAcknowledge(test, Role.SafeguardingLead, ana));
        Assert.Equal(SafeguardingRules.TestNeedsTwo, SafeguardingRules.RefuseToAcknowledge(test, Role.SafeguardingDeputy, ana));
        Assert.Null(SafeguardingRules.RefuseToAcknowledge(test, Role.SafeguardingDeputy, dan));
        Assert.Null(SafeguardingRules.RefuseToAcknowledge(test, Role.SafeguardingLead, dan));
        Assert.Throws<ArgumentOutOfRangeException>(() => test.Acknowledge(Role.Moderator, dan, Wednesday));
    }

    private static SafeguardingCase New(DateTime? at = null) => SafeguardingCase.Open(
        Guid.CreateVersion7(), SafeguardingOrigin.Myself, "ro", "du cuteluv", "la școla", Seal, Actor.Program, at ?? Wednesday);

    private sealed class Reversed : ISeal
    {
        public string Close(string text) => string.Concat(text.Reverse());

        public string? Open(string closed) => Close(closed);
    }
}
