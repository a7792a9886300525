using System.Globalization;

namespace ChildFriendly.Core.Shared;

/// <summary>Monday to Friday without the public holidays of the Labour Code (art. 139, with Law 52/2023).</summary>
public static class RomanianWorkdays
{
    private static readonly (int Month, int Day)[] Fixed =
        [(1, 1), (1, 2), (1, 6), (1, 7), (1, 24), (5, 1), (6, 1), (8, 15), (11, 30), (12, 1), (12, 25), (12, 26)];

    /// <summary>Days from Easter Sunday: Good Friday, Easter, Whitsun.</summary>
    private static readonly int[] Movable = [-2, 0, 1, 49, 50];

    public static bool IsWorkday(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !Fixed.Contains((date.Month, date.Day))
        && !Movable.Contains(date.DayNumber - EasterOf(date.Year).DayNumber);

    /// <summary>The day that is so many workdays later; the day itself does not count.</summary>
    public static DateOnly After(DateOnly date, int workdays)
    {
        while (workdays > 0)
        {
            date = date.AddDays(1);
            workdays -= IsWorkday(date) ? 1 : 0;
        }

        return date;
    }

    public static DateOnly FirstOfMonth(DateOnly date) => After(new DateOnly(date.Year, date.Month, 1).AddDays(-1), 1);

    /// <summary>How many workdays came after <paramref name="from"/>, up to and with <paramref name="to"/>.</summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        var workdays = 0;
        for (var date = from.AddDays(1); date <= to; date = date.AddDays(1))
        {
            workdays += IsWorkday(date) ? 1 : 0;
        }

        return workdays;
    }

    /// <summary>Orthodox Easter, which Romania keeps by law (J. Meeus, Astronomical Algorithms, ch. 9, Julian calendar).</summary>
    private static DateOnly EasterOf(int year)
    {
        var moon = ((19 * (year % 19)) + 15) % 30;
        var sunday = ((2 * (year % 4)) + (4 * (year % 7)) - moon + 34) % 7;
        var march = moon + sunday + 114;
        return DateOnly.FromDateTime(new DateTime(year, march / 31, (march % 31) + 1, new JulianCalendar()));
    }
}
