using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Participation;

/// <summary>Not a birth date: the band decides the register, and who may answer which question.</summary>
public enum AgeBand
{
    From6To10,
    From11To13,
    From14To17,
}

/// <summary>Cards made together for one school, centre or organisation. Who got which card is on their paper, or nowhere.</summary>
public sealed class CardBatch : Entity, ILocal
{
    public const int IssuedToMaxLength = 120;

    public Guid LocalityId { get; private init; }

    public string IssuedTo { get; private init; } = "";

    public AgeBand AgeBand { get; private init; }

    public int Count { get; private init; }

    public DateOnly ValidUntil { get; private init; }

    /// <summary>Which pepper the codes were hashed with; another one at start means that these cards are void.</summary>
    public string PepperFingerprint { get; private init; } = "";

    public static CardBatch Order(
        Guid localityId, string issuedTo, AgeBand band, int count, DateOnly validUntil, CardPepper pepper, Actor by, DateTime now)
    {
        var batch = new CardBatch
        {
            LocalityId = localityId,
            IssuedTo = issuedTo,
            AgeBand = band,
            Count = count,
            ValidUntil = validUntil,
            PepperFingerprint = pepper.Fingerprint,
        };
        batch.Record(new CardBatchOrdered(by, now, count, band));
        return batch;
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

    public AgeBand AgeBand { get; private init; }

    public string CodeHash { get; private init; } = "";

    public DateOnly ValidUntil { get; private init; }

    /// <summary>Printed in the open for the demonstration: refused unless the portal runs with demonstration data.</summary>
    public bool IsDemonstration { get; private init; }

    public DateTime? VoidedAt { get; private set; }

    /// <summary>Every session carries it; another one ends them all.</summary>
    public Guid SessionKey { get; private set; } = RandomId.New();

    public static Card In(CardBatch batch, string codeHash, bool isDemonstration = false) => new()
    {
        LocalityId = batch.LocalityId,
        BatchId = batch.Id,
        AgeBand = batch.AgeBand,
        CodeHash = codeHash,
        ValidUntil = batch.ValidUntil,
        IsDemonstration = isDemonstration,
    };

    /// <summary>"I'm done", wherever the card was used: no cookie opens anything any more.</summary>
    public void EndSessions() => SessionKey = RandomId.New();

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

public sealed record CardBatchOrdered(Actor By, DateTime At, int Count, AgeBand Band) : Change(By, At);

public sealed record CardVoided(Actor By, DateTime At) : Change(By, At);
