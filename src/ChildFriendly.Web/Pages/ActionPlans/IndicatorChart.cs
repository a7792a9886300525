using System.Globalization;
using ChildFriendly.Core.ActionPlans;

namespace ChildFriendly.Web.Pages.ActionPlans;

/// <summary>Where the points of an indicator lie in a picture: years from left to right, from the smallest number to the largest.</summary>
public sealed class IndicatorChart
{
    public const int Width = 480;
    public const int Height = 180;
    public const int Left = 40;
    public const int Right = Width - 40;
    private const int Top = 30;
    private const int Bottom = Height - 36;

    public static string Years { get; } = Write(Height - 4);

    public static string End { get; } = Write(Right);

    private readonly (int Year, long Value) first, last;
    private readonly long least, most;
    private readonly int until;

    public IndicatorChart(Indicator indicator)
    {
        Points = [(indicator.BaselineYear, indicator.Baseline), .. indicator.Values.Where(v => v.Year > indicator.BaselineYear).OrderBy(v => v.Year).Select(v => (v.Year, v.Value))];
        (first, last) = (Points[0], Points[^1]);
        var all = Points.Select(p => p.Value).Append(indicator.Target).ToList();
        (least, most) = (all.Min(), all.Max());
        until = Math.Max(indicator.TargetYear, last.Year);
    }

    public IReadOnlyList<(int Year, long Value)> Points { get; }

    /// <summary>What it came to last.</summary>
    public long Last => last.Value;

    public string Line => string.Join(' ', Points.Select(p => $"{X(p.Year)},{Y(p.Value)}"));

    public string X(int year) => Write(Left + ((Right - Left) * (year - first.Year) / (double)Math.Max(1, until - first.Year)));

    public string Y(long value) => Write(Place(value));

    public string Above(long value) => Write(Place(value) - 9);

    public string Text(long value, CultureInfo culture) => (value / 1000m).ToString("#,0.###", culture);

    private double Place(long value) => most == least ? (Top + Bottom) / 2.0 : Bottom - ((Bottom - Top) * (value - least) / (double)(most - least));

    private static string Write(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);
}
