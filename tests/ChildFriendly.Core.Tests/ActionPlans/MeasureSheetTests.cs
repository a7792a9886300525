using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.ActionPlans;

public sealed class MeasureSheetTests
{
    private static readonly MeasureSheet Before = new("Rampă", GoalArea.Respect, 23, "Facem o rampă.", "Urci singur.", "Direcția A", "", "", new DateOnly(2026, 12, 1));

    [Fact]
    public void Changes_of_two_people_in_different_fields_stay_both()
    {
        var (both, conflicts) = (Before with { Title = "Rampă nouă" }).MergeWith(Before, Before with { DueOn = new DateOnly(2027, 3, 1), Article = 31 });

        Assert.Empty(conflicts);
        Assert.Equal(Before with { Title = "Rampă nouă", DueOn = new DateOnly(2027, 3, 1), Article = 31 }, both);
    }

    [Fact]
    public void Where_both_changed_the_same_mine_stays_and_is_named()
    {
        var (both, conflicts) = (Before with { Text = "Al meu.", Risks = "Gerul." }).MergeWith(Before, Before with { Text = "Al lui.", Partners = "Școala" });

        Assert.Equal(["Text"], conflicts);
        Assert.Equal(Before with { Text = "Al meu.", Risks = "Gerul.", Partners = "Școala" }, both);
    }

    [Fact]
    public void The_same_change_by_both_is_no_conflict() =>
        Assert.Empty((Before with { Text = "La fel." }).MergeWith(Before, Before with { Text = "La fel." }).Conflicts);

    [Fact]
    public void Every_field_is_compared_and_merged()
    {
        var other = new MeasureSheet("a", GoalArea.Play, null, "b", "c", "d", "e", "f", new DateOnly(2030, 1, 1));

        Assert.Equal(typeof(MeasureSheet).GetProperties().Where(p => p.Name != "EqualityContract").Select(p => p.Name).Order(), Before.DifferencesTo(other).Order());
        Assert.Equal(other, Before.MergeWith(Before, other).Both);
        Assert.Equal(other, other.MergeWith(Before, Before).Both);
    }
}
