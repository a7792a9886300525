using ChildFriendly.Core.Notifications;
using Xunit;

namespace ChildFriendly.Core.Tests.Notifications;

public sealed class ReminderRulesTests
{
    private static readonly DateOnly Due = new(2026, 4, 1);

    [Theory]
    [InlineData(-30, null)]
    [InlineData(-15, null)]
    [InlineData(-14, "before 14")]
    [InlineData(-8, "before 14")]
    [InlineData(-7, "before 7")]
    [InlineData(-2, "before 7")]
    [InlineData(-1, "before 1")]
    [InlineData(0, "before 1")]
    [InlineData(1, "late 0")]
    [InlineData(7, "late 0")]
    [InlineData(8, "late 1")]
    [InlineData(15, "late 2")]
    public void Only_the_latest_that_has_been_due_is_said(int days, string? step) => Assert.Equal(step, ReminderRules.StepOf(Due, Due.AddDays(days)));
}
