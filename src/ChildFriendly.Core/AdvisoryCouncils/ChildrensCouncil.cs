using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.AdvisoryCouncils;

/// <summary>The children's own council. Adult consultative structures are another kind of body and never mixed up with it.</summary>
public sealed class ChildrensCouncil : Entity, ILocal
{
    public const int TextMaxLength = 1000;

    /// <summary>Unless the locality says otherwise.</summary>
    public const int UsualSupportForAgenda = 10;

    public Guid LocalityId { get; private init; }

    public int Seats { get; private set; }

    public string HowChosen { get; private set; } = "";

    public string Does { get; private set; } = "";

    /// <summary>Through the coordinator's office: children are not written to.</summary>
    public string Reach { get; private set; } = "";

    public string Meets { get; private set; } = "";

    public DateOnly? MandateFrom { get; private set; }

    public DateOnly? MandateTo { get; private set; }

    /// <summary>How many members of 11–13; in public only where numbers allow.</summary>
    public int From11To13 { get; private set; }

    public int From14To17 { get; private set; }

    /// <summary>An idea that so many children support comes onto the agenda by itself.</summary>
    public int SupportForAgenda { get; private set; } = UsualSupportForAgenda;

    public int Members => From11To13 + From14To17;

    public static ChildrensCouncil Establish(Guid localityId, int seats, string howChosen, string does, Actor by, DateTime now)
    {
        var council = new ChildrensCouncil { LocalityId = localityId, Seats = seats, HowChosen = howChosen, Does = does };
        council.Record(new CouncilEstablished(by, now, seats));
        return council;
    }

    public void Describe(CouncilWords words, Actor by, DateTime now)
    {
        if (CouncilRules.RefuseMandate(words.MandateFrom, words.MandateTo) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        (Seats, HowChosen, Does, Reach, Meets) = (words.Seats, words.HowChosen, words.Does, words.Reach, words.Meets);
        (MandateFrom, MandateTo) = (words.MandateFrom, words.MandateTo);
        (From11To13, From14To17, SupportForAgenda) = (words.From11To13, words.From14To17, words.SupportForAgenda);
        Record(new CouncilDescribed(by, now, words.Seats));
    }

    /// <summary>Somebody read the names. Nothing changes by it.</summary>
    public void ReadList(Actor by, DateTime now) => Record(new CouncilListRead(by, now));
}

/// <summary>What the public page says of a council.</summary>
public sealed record CouncilWords(
    int Seats, string HowChosen, string Does, string Reach, string Meets, DateOnly? MandateFrom, DateOnly? MandateTo, int From11To13, int From14To17,
    int SupportForAgenda = ChildrensCouncil.UsualSupportForAgenda);

/// <summary>
/// A line of the list of members, for the coordinator only: the name is sealed by a key outside the database, every look is recorded, and it is
/// deleted a month after the mandate. Nothing leads from it to a card.
/// </summary>
public sealed class CouncilSeat : Entity, ILocal
{
    public const int NameMaxLength = 80;
    public const int ContactMaxLength = 120;

    public Guid LocalityId { get; private init; }

    public string SealedName { get; private init; } = "";

    /// <summary>How a parent or the school is reached.</summary>
    public string SealedContact { get; private init; } = "";

    public static CouncilSeat Note(Guid localityId, string name, string contact, ISeal seal, Actor by, DateTime now, Guid? id = null)
    {
        var seat = new CouncilSeat { Id = id ?? RandomId.New(), LocalityId = localityId, SealedName = seal.Close(name), SealedContact = seal.Close(contact) };
        seat.Record(new CouncilSeatNoted(by, now));
        return seat;
    }

    /// <summary>Called before it is removed.</summary>
    public void Leave(Actor by, DateTime now) => Record(new CouncilSeatLeft(by, now));
}

public static class CouncilRules
{
    public const int MostSeats = 100;
    public const int MostYears = 4;

    public static readonly Refusal MandateBackwards = new("desk.council.mandate.backwards");
    public static readonly Refusal MandateTooLong = new("desk.council.mandate.too-long");
    public static readonly Refusal MandateMissing = new("desk.council.mandate.missing");
    public static readonly Refusal MandateOver = new("desk.council.mandate.over");
    public static readonly Refusal MoreThanSeats = new("desk.council.mandate.more-than-seats");
    public static readonly Refusal CardUnknown = new("desk.council.member.card-unknown");
    public static readonly Refusal CardDead = new("desk.council.member.card-dead");
    public static readonly Refusal CardTooYoung = new("desk.council.member.card-too-young");

    public static Refusal? RefuseMandate(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) when last <= first => MandateBackwards,
        ({ } first, { } last) when last > first.AddYears(MostYears) => MandateTooLong,
        _ => null,
    };

    /// <summary>What is held about members ends with the mandate, so there is none without.</summary>
    public static Refusal? RefuseToHoldMembers(ChildrensCouncil? council, DateOnly today) => council?.MandateTo switch
    {
        null => MandateMissing,
        { } last when last < today => MandateOver,
        _ => null,
    };

    /// <summary>Members are 11 to 17.</summary>
    public static Refusal? RefuseToMark(Card? card, DateOnly today) => card switch
    {
        null => CardUnknown,
        _ when card.VoidedAt is not null || card.EndedAt is not null || card.ValidUntil < today => CardDead,
        { AgeBand: AgeBand.From6To10 } => CardTooYoung,
        _ => null,
    };

    public static bool IsMember(Card? card, DateOnly today) => card is { VoidedAt: null, EndedAt: null } && card.CouncilUntil >= today;
}

public sealed record CouncilEstablished(Actor By, DateTime At, int Seats) : Change(By, At);

public sealed record CouncilDescribed(Actor By, DateTime At, int Seats) : Change(By, At);

public sealed record CouncilListRead(Actor By, DateTime At) : Reading(By, At);

public sealed record CouncilSeatNoted(Actor By, DateTime At) : Change(By, At);

public sealed record CouncilSeatLeft(Actor By, DateTime At) : Change(By, At);
