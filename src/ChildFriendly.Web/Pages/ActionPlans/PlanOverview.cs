using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Web.Pages.ActionPlans;

/// <summary>Measures of one goal area that stand alike; money in bani.</summary>
public sealed record PlanCell(GoalArea Goal, MeasureStage Stage, int Measures, long PlannedBani, long SpentBani);

/// <summary>A plan at a glance: goal areas by status, counted and in money.</summary>
public sealed class PlanOverview(IReadOnlyList<PlanCell> cells)
{
    public int Measures => cells.Sum(c => c.Measures);

    public long PlannedBani => cells.Sum(c => c.PlannedBani);

    public long SpentBani => cells.Sum(c => c.SpentBani);

    public int Of(GoalArea goal) => cells.Where(c => c.Goal == goal).Sum(c => c.Measures);

    public int Of(MeasureStage stage) => cells.Where(c => c.Stage == stage).Sum(c => c.Measures);

    public PlanCell? Of(GoalArea goal, MeasureStage stage) => cells.FirstOrDefault(c => c.Goal == goal && c.Stage == stage);

    public (long Planned, long Spent) MoneyOf(GoalArea goal) => (cells.Where(c => c.Goal == goal).Sum(c => c.PlannedBani), cells.Where(c => c.Goal == goal).Sum(c => c.SpentBani));

    /// <summary>Parts of the bar of one goal area, in per cent of the area with the most measures.</summary>
    public IEnumerable<(MeasureStage Stage, double From, double Width)> BarOf(GoalArea goal)
    {
        var widest = Math.Max(1, Enum.GetValues<GoalArea>().Max(Of));
        var from = 0.0;
        foreach (var stage in Enum.GetValues<MeasureStage>())
        {
            if (Of(goal, stage) is { } cell)
            {
                var width = 100.0 * cell.Measures / widest;
                yield return (stage, from, width);
                from += width;
            }
        }
    }
}
