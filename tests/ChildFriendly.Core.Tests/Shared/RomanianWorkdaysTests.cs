using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.Shared;

public sealed class RomanianWorkdaysTests
{
    /// <summary>Orthodox Easter Mondays and Whit Mondays as calendars print them.</summary>
    [Theory]
    [InlineData("2024-05-06")]
    [InlineData("2024-06-24")]
    [InlineData("2025-04-18")]
    [InlineData("2025-04-21")]
    [InlineData("2025-06-09")]
    [InlineData("2026-04-10")]
    [InlineData("2026-04-13")]
    [InlineData("2026-06-01")]
    [InlineData("2027-04-30")]
    [InlineData("2027-05-03")]
    [InlineData("2028-04-17")]
    [InlineData("2026-01-06")]
    [InlineData("2026-11-30")]
    [InlineData("2026-12-01")]
    [InlineData("2026-11-22")]
    public void Nobody_has_to_work_on_it(string date) => Assert.False(RomanianWorkdays.IsWorkday(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-04-03")] // Good Friday elsewhere
    [InlineData("2026-04-14")]
    [InlineData("2026-11-23")]
    [InlineData("2026-12-31")]
    public void It_is_a_day_of_work(string date) => Assert.True(RomanianWorkdays.IsWorkday(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-23", 2, "2026-11-25")]
    [InlineData("2026-11-27", 2, "2026-12-03")]
    [InlineData("2026-04-09", 2, "2026-04-15")]
    [InlineData("2026-11-21", 1, "2026-11-23")]
    public void Workdays_are_counted_over_weekends_and_holidays(string from, int workdays, string to)
    {
        var (begin, end) = (DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(end, RomanianWorkdays.After(begin, workdays));
        Assert.Equal(workdays, RomanianWorkdays.Between(begin, end));
        Assert.Equal(workdays - 1, RomanianWorkdays.Between(begin, end.AddDays(-1)));
    }
}
