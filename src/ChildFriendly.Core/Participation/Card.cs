using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Participation;

/// <summary>Not a birth date: the band decides the register, and who may answer which question.</summary>
public enum AgeBand
{
    From6To10,
    From11To13,
    From14To17,
}

public enum CardStage
{
    Valid,

    /// <summary>Its child has ended their participation.</summary>
    Ended,
    Void,
}

/// <summary>Cards made together for one school, centre or organisation. Who got which card is on their paper, or nowhere.</summary>
public sealed class CardBatch : Entity, INumbered
{
    public const int IssuedToMaxLength = 120;
    public const int LanguagesMaxLength = 40;

    public Guid LocalityId { get; private init; }

    public int Number { get; private init; }

    /// <summary>The organisation by name; never a class or a person.</summary>
    public string IssuedTo { get; private init; } = "";

    /// <summary>Null when the batch holds cards of several bands.</summary>
    public AgeBand? AgeBand { get; private init; }

    /// <summary>How many cards were made, replacements included.</summary>
    public int Count { get; private set; }

    /// <summary>Codes of the languages of the sentences on the cards, divided by commas.</summary>
    public string Languages { get; private init; } = "";

    public DateOnly ValidUntil { get; private init; }

    /// <summary>From here the longest life of its cards is counted; null for batches from before this was written down.</summary>
    public DateOnly? MadeOn { get; private init; }

    /// <summary>Which pepper the codes were hashed with; another one at start means that these cards are void.</summary>
    public string PepperFingerprint { get; private init; } = "";

    /// <summary>An empty batch; <see cref="Make"/> puts the cards in.</summary>
    public static CardBatch Order(
        Guid localityId, int number, string issuedTo, AgeBand? band, string languages, DateOnly validUntil, CardPepper pepper, Actor by, DateTime now, Guid? id = null)
    {
        var batch = new CardBatch
        {
            Id = id ?? Guid.CreateVersion7(),
            LocalityId = localityId,
            Number = number,
            IssuedTo = issuedTo,
            AgeBand = band,
            Languages = languages,
            ValidUntil = validUntil,
            MadeOn = RomanianTime.DateOf(now),
            PepperFingerprint = pepper.Fingerprint,
        };
        batch.Record(new CardBatchOrdered(by, now));
        return batch;
    }

    /// <summary>More cards of this batch. Their codes exist only in what is returned.</summary>
    public IReadOnlyList<PrintedCard> Make(IEnumerable<(AgeBand Band, CardCode Code)> cards, CardPepper pepper, bool isDemonstration, Actor by, DateTime now)
    {
        var made = cards.Select((c, i) => new PrintedCard(Card.In(this, Count + i + 1, c.Band, pepper.HashOf(c.Code), isDemonstration), c.Code)).ToList();
        Count += made.Count;
        Record(new CardsMade(by, now, made.Count));
        return made;
    }
}

/// <summary>One card is one child's way in. Only a keyed hash of its code is stored.</summary>
public sealed class Card : Entity, ILocal
{
    private Card()
    {
        Id = RandomId.New();
    }

    public Guid LocalityId { get; private init; }

    public Guid BatchId { get; private init; }

    /// <summary>Within the batch; printed on the card, so that a lost one can be voided.</summary>
    public int Number { get; private init; }

    public AgeBand AgeBand { get; private init; }

    public string CodeHash { get; private init; } = "";

    /// <summary>The last day on which it opens; moved on while something of its child is under way (<see cref="ProlongCards"/>).</summary>
    public DateOnly ValidUntil { get; private set; }

    /// <summary>Printed in the open for the demonstration: refused unless the portal runs with demonstration data.</summary>
    public bool IsDemonstration { get; private init; }

    public DateTime? VoidedAt { get; private set; }

    /// <summary>The child has ended their participation: the card opens nothing any more, and cannot begin anew.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Every session carries it; another one ends them all.</summary>
    public Guid SessionKey { get; private set; } = RandomId.New();

    /// <summary>The last day on which its child is a member of the children's council; null for all others.</summary>
    public DateOnly? CouncilUntil { get; private set; }

    internal override Enum? AuditedStage => VoidedAt is not null ? CardStage.Void : EndedAt is not null ? CardStage.Ended : CardStage.Valid;

    /// <summary>A card that staff void is named, by its random id; what a child or the program does with one is not.</summary>
    internal override Guid? SubjectOf(Change change) => change.By.StaffId is null ? null : Id;

    public static Card In(CardBatch batch, int number, AgeBand band, string codeHash, bool isDemonstration = false) => new()
    {
        LocalityId = batch.LocalityId,
        BatchId = batch.Id,
        Number = number,
        AgeBand = band,
        CodeHash = codeHash,
        ValidUntil = batch.ValidUntil,
        IsDemonstration = isDemonstration,
    };

    /// <summary>"I'm done", wherever the card was used: no cookie opens anything any more.</summary>
    public void EndSessions() => SessionKey = RandomId.New();

    /// <summary>Opens the council's own pages until the mandate ends.</summary>
    public void JoinCouncil(DateOnly until, Actor by, DateTime now)
    {
        CouncilUntil = until;
        Record(new CardJoinedCouncil(by, now));
    }

    public void LeaveCouncil(Actor by, DateTime now)
    {
        CouncilUntil = null;
        Record(new CardLeftCouncil(by, now));
    }

    internal void Prolong(DateOnly until, DateTime now)
    {
        ValidUntil = until;
        Record(new CardProlonged(Actor.Program, now));
    }

    internal void End(Actor by, DateTime now)
    {
        EndedAt = now;
        EndSessions();
        Record(new ParticipationEnded(by, now));
    }

    public void Void(Actor by, DateTime now)
    {
        if (VoidedAt is not null)
        {
            throw new InvalidOperationException("The card is void already.");
        }

        VoidedAt = now;
        Record(new CardVoided(by, now));
    }
}

/// <summary>A card and its code, for the sheet that is printed once.</summary>
public sealed record PrintedCard(Card Card, CardCode Code);

/// <summary>That a card of a batch was used for the first time, to the hour and without saying which: enough to notice misuse.</summary>
public sealed class FirstUse
{
    public Guid Id { get; private init; } = RandomId.New();

    public Guid BatchId { get; private init; }

    /// <summary>UTC, cut to the hour.</summary>
    public DateTime Hour { get; private init; }

    public static FirstUse Of(Card card, DateTime now) =>
        new() { BatchId = card.BatchId, Hour = new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc) };
}

public sealed record CardBatchOrdered(Actor By, DateTime At) : Change(By, At);

public sealed record CardsMade(Actor By, DateTime At, int Count) : Change(By, At);

public sealed record CardVoided(Actor By, DateTime At) : Change(By, At);

public sealed record ParticipationEnded(Actor By, DateTime At) : Change(By, At);

public sealed record CardProlonged(Actor By, DateTime At) : Change(By, At);

public sealed record CardJoinedCouncil(Actor By, DateTime At) : Change(By, At);

public sealed record CardLeftCouncil(Actor By, DateTime At) : Change(By, At);
