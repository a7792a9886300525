using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Participation;

/// <summary>Two words from our own lists, stored by their keys and shown in the reader's language.</summary>
public sealed record Nickname(string Adjective, string Animal);

/// <summary>
/// A child who takes part: a random id, a locality, an age band, a nickname and a picture from our own set. Nothing else, ever.
/// </summary>
public sealed class Participant : Entity, ILocal
{
    private Participant()
    {
        Id = RandomId.New();
    }

    public Guid LocalityId { get; private init; }

    public Guid CardId { get; private init; }

    public AgeBand AgeBand { get; private init; }

    public string NicknameAdjective { get; private init; } = "";

    public string NicknameAnimal { get; private init; } = "";

    public string Picture { get; private init; } = "";

    /// <summary>Of the present text, <c>participation.welcome.what.…</c>; another text gets another version, and all of them stay in <c>content/assent</c>.</summary>
    public const string PresentAssentVersion = "1";

    /// <summary>Which text of "what this is and that you choose" the child said yes to.</summary>
    public string AssentVersion { get; private init; } = "";

    public DateOnly JoinedOn { get; private init; }

    /// <summary>The child has said that the band is right; asked again each school year, because nobody knows a birth date.</summary>
    public DateOnly BandConfirmedOn { get; private set; }

    public Nickname Nickname => new(NicknameAdjective, NicknameAnimal);

    internal override Guid? SubjectOf(Change change) => null;

    public static Participant Join(Card card, Nickname nickname, string picture, string assentVersion, DateTime now)
    {
        var participant = new Participant
        {
            LocalityId = card.LocalityId,
            CardId = card.Id,
            AgeBand = card.AgeBand,
            NicknameAdjective = nickname.Adjective,
            NicknameAnimal = nickname.Animal,
            Picture = picture,
            AssentVersion = assentVersion,
            JoinedOn = RomanianTime.DateOf(now),
            BandConfirmedOn = RomanianTime.DateOf(now),
        };
        participant.Record(new ParticipantJoined(Actor.Child, now, card.AgeBand));
        return participant;
    }

    public void ConfirmBand(DateTime now)
    {
        BandConfirmedOn = RomanianTime.DateOf(now);
        Record(new AgeBandConfirmed(Actor.Child, now));
    }
}

public sealed record AgeBandConfirmed(Actor By, DateTime At) : Change(By, At);

public sealed record ParticipantJoined(Actor By, DateTime At, AgeBand Band) : Change(By, At);
