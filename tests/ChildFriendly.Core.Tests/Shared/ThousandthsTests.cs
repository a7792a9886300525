using System.Globalization;
using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.Shared;

public sealed class ThousandthsTests
{
    [Theory]
    [InlineData("12", 12_000)]
    [InlineData("12,5", 12_500)]
    [InlineData("12.5", 12_500)]
    [InlineData("0,125", 125)]
    [InlineData("0.25", 250)]
    [InlineData("-3,5", -3_500)]
    [InlineData("1.234", 1_234_000)]
    [InlineData("1.234,5", 1_234_500)]
    [InlineData("1 234,5", 1_234_500)]
    [InlineData("1\u00A0234", 1_234_000)]
    [InlineData("1234.5", 1_234_500)]
    [InlineData(" 7 ", 7_000)]
    [InlineData("12.345.678", 12_345_678_000)]
    public void A_number_is_read_as_people_here_write_it(string typed, long thousandths) => Assert.Equal(thousandths, Thousandths.Parse(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12,")]
    [InlineData(",5")]
    [InlineData("1,2345")]
    [InlineData("1,234.5")]
    [InlineData("12 34")]
    [InlineData("1e3")]
    [InlineData("=1+1")]
    [InlineData("doisprezece")]
    [InlineData("9999999999999")]
    public void Anything_else_is_no_number(string? typed) => Assert.Null(Thousandths.Parse(typed));

    [Fact]
    public void What_is_written_is_read_again()
    {
        foreach (var number in new long[] { 0, 1, 10, 125, 999, 1_000, 12_500, -12_500, 1_234_567_890 })
        {
            Assert.Equal(number, Thousandths.Parse(Thousandths.Write(number, CultureInfo.GetCultureInfo("ro-RO"))));
        }
    }
}
