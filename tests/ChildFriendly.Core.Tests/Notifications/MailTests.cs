using ChildFriendly.Core.Notifications;
using Xunit;

namespace ChildFriendly.Core.Tests.Notifications;

public sealed class MailTests
{
    private static readonly DateTime Now = new(2026, 3, 4, 13, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 5, 5)]
    [InlineData(3, 30, 30)]
    [InlineData(4, 120, 30)]
    [InlineData(5, 360, 30)]
    [InlineData(6, 720, 30)]
    [InlineData(60, 720, 30)]
    public void After_each_try_the_wait_is_longer_and_an_alarm_never_waits_long(int tries, int minutes, int minutesOfAlarm) => Assert.Equal(
        (TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(minutesOfAlarm)), (MailRules.WaitAfter(tries, isUrgent: false), MailRules.WaitAfter(tries, isUrgent: true)));

    [Theory]
    [InlineData(MailKind.ModerationDigest, 11)]
    [InlineData(MailKind.SafeguardingAlarm, 146)]
    public void After_three_days_nobody_tries_any_more(MailKind kind, int tries)
    {
        var mail = Of(kind);
        while (mail.GivenUpAt is null)
        {
            Assert.True(mail.Claim(mail.DueAt));
            mail.Fail(mail.DueAt);
        }

        Assert.Equal(tries, mail.Tries);
        Assert.InRange(mail.GivenUpAt.Value, Now.AddDays(2), Now.AddDays(3));
        Assert.Throws<InvalidOperationException>(() => mail.Claim(Now.AddDays(4)));
    }

    [Fact]
    public void Of_two_that_want_to_send_it_one_does()
    {
        var mail = Of(MailKind.ModerationDigest);
        Assert.True(mail.Claim(Now));

        Assert.Throws<InvalidOperationException>(() => mail.Claim(Now.AddMinutes(1)));
        mail.Leave(Now.AddMinutes(1));
        Assert.Throws<InvalidOperationException>(() => mail.Claim(Now.AddHours(1)));
    }

    [Theory]
    [InlineData(MailKind.SafeguardingAlarm, true)]
    [InlineData(MailKind.SafeguardingTest, true)]
    [InlineData(MailKind.ModerationDigest, false)]
    [InlineData(MailKind.CertificateEnds, false)]
    public void Where_a_process_was_gone_while_sending_only_an_alarm_is_sent_again(MailKind kind, bool isAgain)
    {
        var mail = Of(kind);
        mail.Claim(Now);

        Assert.Equal(isAgain, mail.Claim(Now + MailRules.Lease + TimeSpan.FromSeconds(1)));
        Assert.Equal(isAgain, mail.GivenUpAt is null);
    }

    private static Mail Of(MailKind kind) => Mail.Write(kind, "x", Guid.CreateVersion7(), Now, ("path", "/staff"));
}
