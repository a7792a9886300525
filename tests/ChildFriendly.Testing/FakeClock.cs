namespace ChildFriendly.Testing;

/// <summary>Stands still until it is moved. Starts on a Wednesday morning in Romania.</summary>
public sealed class FakeClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 4, 8, 0, 0, TimeSpan.Zero);

    public DateTime Now => now.UtcDateTime;

    public override DateTimeOffset GetUtcNow() => now;

    public void Move(TimeSpan by) => now += by;

    public void MoveTo(DateTime instant) => now = new DateTimeOffset(instant, TimeSpan.Zero);
}
