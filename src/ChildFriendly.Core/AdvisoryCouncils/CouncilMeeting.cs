using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.AdvisoryCouncils;

/// <summary>A meeting; who came is a number, never a list.</summary>
public sealed class CouncilMeeting : Entity, INumbered
{
    public const int TitleMaxLength = 120;
    public const int PlaceMaxLength = 80;
    public const int InvitationMaxLength = 2000;
    public const int PointMaxLength = 200;
    public const int MostPoints = 30;
    public const int DecisionsMaxLength = 4000;
    public const int SummaryMaxLength = 4000;
    public const int YoungSummaryMaxLength = 600;
    public const int ReasonMaxLength = 300;

    private readonly List<AgendaPoint> points = [];

    public Guid LocalityId { get; private init; }

    public int Number { get; private init; }

    public string Title { get; private set; } = "";

    public string Place { get; private set; } = "";

    public DateTime StartsAt { get; private set; }

    public DateTime EndsAt { get; private set; }

    /// <summary>To children who may come and listen, or bring something.</summary>
    public string Invitation { get; private set; } = "";

    /// <summary>When something of it changed last, for calendars.</summary>
    public DateTime ChangedAt { get; private set; }

    public DateTime? CancelledAt { get; private set; }

    public string? CancelledBecause { get; private set; }

    public int? Attended { get; private set; }

    /// <summary>What was decided, one decision a line.</summary>
    public string? Decisions { get; private set; }

    /// <summary>What happened, for 11–17.</summary>
    public string? Summary { get; private set; }

    /// <summary>The same, shorter, for 6–10.</summary>
    public string? YoungSummary { get; private set; }

    public IReadOnlyList<AgendaPoint> Points => points;

    public static CouncilMeeting Invite(
        Guid localityId, int number, string title, string place, DateTime startsAt, string agenda, Actor by, DateTime now, DateTime? endsAt = null, string invitation = "", Guid? id = null)
    {
        var meeting = new CouncilMeeting { Id = id ?? Guid.CreateVersion7(), LocalityId = localityId, Number = number };
        meeting.Write(title, place, startsAt, endsAt ?? startsAt.AddHours(MeetingRules.UsualHours), invitation, now);
        meeting.WriteAgenda(agenda);
        meeting.Record(new CouncilMeetingCalled(by, now));
        return meeting;
    }

    /// <param name="agenda">The points of the council's own, one a line; what came from children and ideas stays where it is.</param>
    public void Move(string title, string place, DateTime startsAt, DateTime endsAt, string invitation, string agenda, Actor by, DateTime now)
    {
        Require(MeetingRules.RefuseToMove(this, now));
        Write(title, place, startsAt, endsAt, invitation, now);
        WriteAgenda(agenda);
        Record(new CouncilMeetingMoved(by, now));
    }

    public void Cancel(string because, Actor by, DateTime now)
    {
        Require(MeetingRules.RefuseToCancel(this, now));
        (CancelledAt, CancelledBecause, ChangedAt) = (now, because, now);
        Record(new CouncilMeetingCancelled(by, now));
    }

    public void TakeUp(Guid initiativeId, DateTime now)
    {
        Add(new AgendaPoint(Id, "", initiativeId, contributionId: null));
        ChangedAt = now;
        Record(new CouncilAgendaFilled(Actor.Program, now));
    }

    public void TakeUp(CouncilContribution proposed, DateTime now)
    {
        Add(new AgendaPoint(Id, "", initiativeId: null, proposed.Id));
        ChangedAt = now;
        Record(new CouncilAgendaFilled(Actor.Program, now));
    }

    public void Report(int attended, string summary, Actor by, DateTime now, string youngSummary = "", string decisions = "")
    {
        Require(MeetingRules.RefuseToReport(this, now));
        (Attended, Summary, YoungSummary, Decisions, ChangedAt) = (attended, summary, youngSummary, decisions, now);
        Record(new CouncilMeetingReported(by, now, attended));
    }

    private void Write(string title, string place, DateTime startsAt, DateTime endsAt, string invitation, DateTime now) =>
        (Title, Place, StartsAt, EndsAt, Invitation, ChangedAt) = (title, place, startsAt, endsAt, invitation, now);

    private void WriteAgenda(string agenda)
    {
        var lines = MeetingRules.PointsOf(agenda);
        var kept = points.Where(p => p.IsFromChildren).OrderBy(p => p.Position).ToList();
        var own = points.Where(p => !p.IsFromChildren).OrderBy(p => p.Position).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i < own.Count)
            {
                own[i].Rewrite(lines[i], i + 1);
            }
            else
            {
                points.Add(new AgendaPoint(Id, lines[i], initiativeId: null, contributionId: null) { Position = i + 1 });
            }
        }

        points.RemoveAll(own.Skip(lines.Count).Contains);
        for (var i = 0; i < kept.Count; i++)
        {
            kept[i].Position = lines.Count + i + 1;
        }
    }

    private void Add(AgendaPoint point)
    {
        point.Position = points.Count == 0 ? 1 : points.Max(p => p.Position) + 1;
        points.Add(point);
    }

    private static void Require(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal.Key);
        }
    }
}

/// <summary>What is talked about: of the council's own, an idea that many support, or what a child proposed.</summary>
public sealed class AgendaPoint
{
    private AgendaPoint()
    {
    }

    internal AgendaPoint(Guid meetingId, string text, Guid? initiativeId, Guid? contributionId) =>
        (MeetingId, Text, InitiativeId, ContributionId) = (meetingId, text, initiativeId, contributionId);

    public Guid Id { get; private init; } = RandomId.New();

    public Guid MeetingId { get; private init; }

    public int Position { get; internal set; }

    /// <summary>Of the council's own; empty where an idea or a proposal has words of its own.</summary>
    public string Text { get; private set; } = "";

    public Guid? InitiativeId { get; private init; }

    public Guid? ContributionId { get; private init; }

    public bool IsFromChildren => InitiativeId is not null || ContributionId is not null;

    internal void Rewrite(string text, int position) => (Text, Position) = (text, position);
}

public static class MeetingRules
{
    public const int UsualHours = 2;
    private const int MostHours = 12;

    public static readonly Refusal InThePast = new("desk.council.meeting.in-the-past");
    public static readonly Refusal EndsBeforeItBegins = new("desk.council.meeting.ends-before-it-begins");
    public static readonly Refusal TooLong = new("desk.council.meeting.too-long");
    public static readonly Refusal Cancelled = new("desk.council.meeting.cancelled");
    public static readonly Refusal Over = new("desk.council.meeting.over");
    public static readonly Refusal NotYet = new("desk.council.meeting.not-yet");
    public static readonly Refusal TooManyPoints = new("desk.council.meeting.too-many-points");
    public static readonly Refusal PointTooLong = new("desk.council.meeting.point-too-long");

    public static Refusal? RefuseTimes(DateTime startsAt, DateTime endsAt, DateTime now) => startsAt <= now ? InThePast
        : endsAt <= startsAt ? EndsBeforeItBegins : endsAt > startsAt.AddHours(MostHours) ? TooLong : null;

    public static Refusal? RefuseAgenda(string agenda) => PointsOf(agenda) switch
    {
        { Count: > CouncilMeeting.MostPoints } => TooManyPoints,
        var points when points.Any(p => p.Length > CouncilMeeting.PointMaxLength) => PointTooLong,
        _ => null,
    };

    public static Refusal? RefuseToMove(CouncilMeeting meeting, DateTime now) => meeting.CancelledAt is not null ? Cancelled : meeting.StartsAt <= now ? Over : null;

    public static Refusal? RefuseToCancel(CouncilMeeting meeting, DateTime now) => RefuseToMove(meeting, now);

    /// <summary>Minutes are written once it has begun, and can be mended.</summary>
    public static Refusal? RefuseToReport(CouncilMeeting meeting, DateTime now) => meeting.CancelledAt is not null ? Cancelled : meeting.StartsAt > now ? NotYet : null;

    public static IReadOnlyList<string> PointsOf(string agenda) => agenda.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

public sealed record CouncilMeetingCalled(Actor By, DateTime At) : Change(By, At);

public sealed record CouncilMeetingMoved(Actor By, DateTime At) : Change(By, At);

public sealed record CouncilMeetingCancelled(Actor By, DateTime At) : Change(By, At);

public sealed record CouncilAgendaFilled(Actor By, DateTime At) : Change(By, At);

public sealed record CouncilMeetingReported(Actor By, DateTime At, int Attended) : Change(By, At);
