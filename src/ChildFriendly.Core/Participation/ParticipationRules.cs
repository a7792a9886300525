using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Participation;

public static class ParticipationRules
{
    public static readonly Refusal NotACode = new("participation.card.not-a-code");
    public static readonly Refusal UnknownCard = new("participation.card.unknown");
    public static readonly Refusal VoidedCard = new("participation.card.voided");
    public static readonly Refusal EndedCard = new("participation.card.ended");
    public static readonly Refusal ExpiredCard = new("participation.card.expired");
    public static readonly Refusal DemonstrationOnly = new("participation.card.demonstration-only");
    public static readonly Refusal TooManyTries = new("participation.card.too-many-tries");
    public static readonly Refusal NicknameTaken = new("participation.welcome.nickname-taken");
    public static readonly Refusal NotOffered = new("participation.welcome.not-offered");

    /// <summary>Romanian schools begin in September; by the middle of it every class has begun.</summary>
    private const int SchoolMonth = 9;

    private const int SchoolDay = 15;

    /// <summary>A school year has begun since the child last said how old they are.</summary>
    public static bool MustConfirmBand(Participant child, DateOnly today)
    {
        var begins = new DateOnly(today.Year, SchoolMonth, SchoolDay);
        return child.BandConfirmedOn < (today < begins ? begins.AddYears(-1) : begins);
    }

    public static Refusal? RefuseToSignIn(Card? card, DateOnly today, bool isDemonstration) => card switch
    {
        null => UnknownCard,
        { IsDemonstration: true } when !isDemonstration => DemonstrationOnly,
        { VoidedAt: not null } => VoidedCard,
        { EndedAt: not null } => EndedCard,
        _ when card.ValidUntil < today => ExpiredCard,
        _ => null,
    };
}
