using System.Globalization;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Web.Pages.ActionPlans;

public enum StepState
{
    Done,
    ToCome,
    Late,
}

/// <summary>How many steps of one goal area fall into a month and stand alike.</summary>
public sealed record StepCell(GoalArea Goal, int Year, int Month, bool IsDone, bool IsLate, int Steps)
{
    public StepState State => IsDone ? StepState.Done : IsLate ? StepState.Late : StepState.ToCome;
}

/// <summary>The steps of a plan along its years: a row for each goal area, a mark for each month, with its number where there are several.</summary>
public sealed class PlanSteps(IReadOnlyList<StepCell> cells, int fromYear, int toYear, DateOnly today)
{
    public const int Width = 480;
    public const int Radius = 9;
    private const int Left = 14;
    private const int Right = Width - 14;
    private const int Top = 26;
    private const int Row = 62;

    /// <summary>Marks of one month lie one below the other, each state in a lane of its own.</summary>
    private const int Lane = 10;

    public IReadOnlyList<GoalArea> Goals { get; } = [.. Enum.GetValues<GoalArea>().Where(g => cells.Any(c => c.Goal == g))];

    public IReadOnlyList<int> Years { get; } = [.. Enumerable.Range(fromYear, toYear - fromYear + 1)];

    public IReadOnlyList<(int Year, int Month)> Months { get; } = [.. cells.Select(c => (c.Year, c.Month)).Distinct().Order()];

    public int Height => Top + (Row * Goals.Count) + 4;

    public string YearsAt { get; } = Write(Top - 10);

    public int Of(StepState state) => cells.Where(c => c.State == state).Sum(c => c.Steps);

    public int Of(GoalArea goal, (int Year, int Month) month, StepState state) => cells.Where(c => c.Goal == goal && (c.Year, c.Month) == month && c.State == state).Sum(c => c.Steps);

    public IEnumerable<StepCell> CellsOf(GoalArea goal) => cells.Where(c => c.Goal == goal).OrderBy(c => c.Year).ThenBy(c => c.Month);

    public string NameAt(GoalArea goal) => Write(Top + (Row * PlaceOf(goal)) + 14);

    public string LineAt(GoalArea goal) => Write(Top + (Row * PlaceOf(goal)) + 38);

    public string X(StepCell cell) => X(cell.Year, cell.Month - 0.5);

    /// <summary>Where a year begins.</summary>
    public string X(int year) => X(year, 0);

    public string Y(StepCell cell) => Write(Center(cell));

    /// <summary>A little lower, so that the number stands in the middle of its mark.</summary>
    public string NumberY(StepCell cell) => Write(Center(cell) + 4);

    /// <summary>Null where today is outside the plan's years.</summary>
    public string? Today => today.Year < fromYear || today.Year > toYear ? null : X(today.Year, today.Month - 1 + (today.Day / 31.0));

    public string End { get; } = Write(Right);

    /// <summary>A square on its corner: another shape than what is done or to come.</summary>
    public string Diamond(StepCell cell)
    {
        var (x, y) = (double.Parse(X(cell), CultureInfo.InvariantCulture), Center(cell));
        return $"M{Write(x)} {Write(y - Radius - 2)}L{Write(x + Radius + 2)} {Write(y)}L{Write(x)} {Write(y + Radius + 2)}L{Write(x - Radius - 2)} {Write(y)}Z";
    }

    private double Center(StepCell cell) => Top + (Row * PlaceOf(cell.Goal)) + 38 + (cell.State switch { StepState.Done => -Lane, StepState.Late => Lane, _ => 0 });

    private int PlaceOf(GoalArea goal) => Enumerable.Range(0, Goals.Count).First(i => Goals[i] == goal);

    private string X(int year, double months)
    {
        var place = ((year - fromYear) * 12) + months;
        return Write(Left + ((Right - Left) * Math.Clamp(place / (12.0 * (toYear - fromYear + 1)), 0, 1)));
    }

    private static string Write(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);
}
