using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.Shared;

public sealed class SmallNumbersTests
{
    [Theory]
    [InlineData("12,30,10", "12,30,10")]
    [InlineData("9,30,12", "?,30,?")]
    [InlineData("4,4,40", "?,?,?")]
    [InlineData("5,5,40", "?,?,40")]
    [InlineData("0,30,12", "?,30,?")]
    [InlineData("9", "?")]
    public void Small_figures_are_hidden_and_cannot_be_worked_out_from_the_others(string figures, string told) => Assert.Equal(
        told, string.Join(',', SmallNumbers.Hide([.. figures.Split(',').Select(int.Parse)]).Select(f => f?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?")));
}
