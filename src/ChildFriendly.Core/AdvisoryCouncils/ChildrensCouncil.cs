using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.AdvisoryCouncils;

/// <summary>The children's own council. Adult consultative structures are another kind of body and never mixed up with it.</summary>
public sealed class ChildrensCouncil : Entity, ILocal
{
    public const int TextMaxLength = 1000;

    public Guid LocalityId { get; private init; }

    public int Seats { get; private init; }

    public string HowChosen { get; private init; } = "";

    public string Does { get; private init; } = "";

    public static ChildrensCouncil Establish(Guid localityId, int seats, string howChosen, string does, Actor by, DateTime now)
    {
        var council = new ChildrensCouncil { LocalityId = localityId, Seats = seats, HowChosen = howChosen, Does = does };
        council.Record(new CouncilEstablished(by, now, seats));
        return council;
    }
}

/// <summary>A meeting; who came is a number, never a list.</summary>
public sealed class CouncilMeeting : Entity, INumbered
{
    public const int TitleMaxLength = 120;
    public const int PlaceMaxLength = 80;
    public const int AgendaMaxLength = 2000;
    public const int SummaryMaxLength = 4000;

    public Guid LocalityId { get; private init; }

    public int Number { get; private init; }

    public string Title { get; private init; } = "";

    public string Place { get; private init; } = "";

    public DateTime StartsAt { get; private init; }

    /// <summary>One point a line.</summary>
    public string Agenda { get; private init; } = "";

    public int? Attended { get; private set; }

    public string? Summary { get; private set; }

    public static CouncilMeeting Invite(
        Guid localityId, int number, string title, string place, DateTime startsAt, string agenda, Actor by, DateTime now)
    {
        var meeting = new CouncilMeeting
        {
            LocalityId = localityId,
            Number = number,
            Title = title,
            Place = place,
            StartsAt = startsAt,
            Agenda = agenda,
        };
        meeting.Record(new CouncilMeetingCalled(by, now));
        return meeting;
    }

    public void Report(int attended, string summary, Actor by, DateTime now)
    {
        Attended = attended;
        Summary = summary;
        Record(new CouncilMeetingReported(by, now, attended));
    }
}

public sealed record CouncilEstablished(Actor By, DateTime At, int Seats) : Change(By, At);

public sealed record CouncilMeetingCalled(Actor By, DateTime At) : Change(By, At);

public sealed record CouncilMeetingReported(Actor By, DateTime At, int Attended) : Change(By, At);
