using System.Text;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.AdvisoryCouncils;

public sealed class CouncilCalendarTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc);
    private static readonly Actor By = Actor.Of(Role.CouncilCoordinator, Guid.CreateVersion7());

    [Fact]
    public void An_event_has_what_the_standard_asks_for_in_utc()
    {
        var meeting = Meeting("Ședința", "Casa de cultură");

        var lines = Lines(meeting);

        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^1]));
        Assert.Contains("VERSION:2.0", lines);
        Assert.Contains(lines, l => l.StartsWith("PRODID:", StringComparison.Ordinal));
        Assert.Contains($"UID:{meeting.Id:N}@copii.example", lines);
        Assert.Contains("DTSTAMP:20260302T100000Z", lines);
        Assert.Contains("DTSTART:20260312T130000Z", lines);
        Assert.Contains("DTEND:20260312T150000Z", lines);
        Assert.Contains("SUMMARY:Ședința", lines);
        Assert.Contains("URL:https://copii.example/ro/bacau/council/meetings/7", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
    }

    [Fact]
    public void What_is_called_off_keeps_its_name_and_says_so()
    {
        var meeting = Meeting("Ședința", "Casa de cultură");
        var before = Lines(meeting).Single(l => l.StartsWith("UID:", StringComparison.Ordinal));

        meeting.Cancel("Sala e închisă.", By, Now.AddDays(1));

        Assert.Contains("STATUS:CANCELLED", Lines(meeting));
        Assert.Contains(before, Lines(meeting));
        Assert.Contains("DTSTAMP:20260303T100000Z", Lines(meeting));
    }

    [Fact]
    public void What_means_something_to_the_format_is_escaped()
    {
        var lines = Lines(Meeting("a, b; c\\d", "Sala\nmare", invitation: "Veniți!\r\nEND:VEVENT"));

        Assert.Contains("SUMMARY:a\\, b\\; c\\\\d", lines);
        Assert.Contains("LOCATION:Sala\\nmare", lines);
        Assert.Contains("DESCRIPTION:Veniți!\\nEND:VEVENT", lines);
        Assert.Equal(1, lines.Count(l => l == "END:VEVENT"));
    }

    [Fact]
    public void Lines_end_as_the_standard_says_and_none_is_longer_than_75_octets()
    {
        var title = string.Concat(Enumerable.Repeat("Șțăâî🎈x", 14));
        var file = Write(Meeting(title, "Sala", invitation: string.Concat(Enumerable.Repeat("ăăăăăăăăăă ", 60))));

        Assert.DoesNotContain("\n", file.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", file, StringComparison.Ordinal);
        Assert.All(file.Split("\r\n"), l => Assert.True(Encoding.UTF8.GetByteCount(l) <= 75, l));
        // No character is divided: what is folded is the same again.
        Assert.Contains($"SUMMARY:{title}\r\n", file.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', file);
    }

    private static CouncilMeeting Meeting(string title, string place, string invitation = "") =>
        CouncilMeeting.Invite(Guid.CreateVersion7(), 7, title, place, new DateTime(2026, 3, 12, 13, 0, 0, DateTimeKind.Utc), "Unu\nDoi", By, Now, invitation: invitation);

    private static string Write(CouncilMeeting meeting) =>
        CouncilCalendar.Write("Consiliul Copiilor", "copii.example", [meeting], m => $"https://copii.example/ro/bacau/council/meetings/{m.Number}");

    private static string[] Lines(CouncilMeeting meeting) => Write(meeting).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
