namespace ChildFriendly.Core.Shared;

/// <summary>Instants are stored in UTC; people live in Europe/Bucharest.</summary>
public static class RomanianTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Bucharest");

    public static DateTime Instant(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    public static DateTime ToLocal(DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(instant, Zone);

    public static DateOnly DateOf(DateTime instant) => DateOnly.FromDateTime(ToLocal(instant));

    /// <summary>When the day begins.</summary>
    public static DateTime StartOf(DateOnly date) => FromLocal(date.ToDateTime(TimeOnly.MinValue));

    public static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    /// <summary>The instant of a local wall-clock time; a time skipped in spring is read as one hour later.</summary>
    public static DateTime FromLocal(DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall, Zone);
    }
}
