using System.Globalization;
using System.Text;

namespace ChildFriendly.Core.AdvisoryCouncils;

/// <summary>The meetings of a council as a calendar that programs read (RFC 5545).</summary>
public static class CouncilCalendar
{
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>RFC 5545 §3.1: a line has at most 75 octets, its end not counted.</summary>
    private const int MostOctets = 75;

    /// <param name="host">Of the portal: with the meeting's id it names an event for good.</param>
    /// <param name="address">Of a meeting's page, by number; null where the portal does not know its own address.</param>
    /// <param name="example">What is said of each event where everything is invented; null where it is not.</param>
    public static string Write(string name, string host, IEnumerable<CouncilMeeting> meetings, Func<CouncilMeeting, string?> address, string? example = null)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//Child Friendly Localities//Council//RO");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "METHOD:PUBLISH");
        Line(file, $"X-WR-CALNAME:{Escape(name)}");
        foreach (var meeting in meetings)
        {
            Line(file, "BEGIN:VEVENT");
            Line(file, $"UID:{meeting.Id:N}@{host}");
            Line(file, $"DTSTAMP:{Utc(meeting.ChangedAt)}");
            Line(file, $"LAST-MODIFIED:{Utc(meeting.ChangedAt)}");
            Line(file, $"SEQUENCE:{meeting.Version.ToString(CultureInfo.InvariantCulture)}");
            Line(file, $"DTSTART:{Utc(meeting.StartsAt)}");
            Line(file, $"DTEND:{Utc(meeting.EndsAt)}");
            Line(file, $"SUMMARY:{Escape(meeting.Title)}");
            Line(file, $"LOCATION:{Escape(meeting.Place)}");
            if (example is not null)
            {
                Line(file, $"COMMENT:{Escape(example)}");
            }

            if (meeting.Invitation.Length > 0)
            {
                Line(file, $"DESCRIPTION:{Escape(meeting.Invitation)}");
            }

            if (address(meeting) is { } url)
            {
                Line(file, $"URL:{url}");
            }

            Line(file, meeting.CancelledAt is null ? "STATUS:CONFIRMED" : "STATUS:CANCELLED");
            Line(file, "END:VEVENT");
        }

        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static string Utc(DateTime instant) => instant.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>§3.3.11.</summary>
    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Folded between characters, never within one; a line that goes on begins with a space, which counts.</summary>
    private static void Line(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
