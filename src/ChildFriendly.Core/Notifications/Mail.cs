using System.Text.Json;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Notifications;

public enum MailKind
{
    SafeguardingAlarm,
    SafeguardingTest,
    CertificateEnds,
    CertificateEndsInTeam,
    ModerationDigest,
    InitiativeAnswerDue,
    InitiativeAnswerLate,
    RecommendationAnswerDue,
    RecommendationAnswerLate,
    PlanDigest,
}

/// <summary>
/// A letter to one adult of the team, from the moment it is decided until it has left. Holds a kind and what fills its places, such as a
/// count or an address of the portal: never a child's words.
/// </summary>
public sealed class Mail : Entity
{
    public const int OccasionMaxLength = 100;
    public const int ArgumentsMaxLength = 8000;

    /// <summary>What it is about: with the recipient, unique. The outbox row, or the day of a digest.</summary>
    public string Occasion { get; private init; } = "";

    public Guid RecipientId { get; private init; }

    public MailKind Kind { get; private init; }

    public string Arguments { get; private init; } = "";

    /// <summary>An alarm: it leaves before all others, and rather twice than not at all.</summary>
    public bool IsUrgent { get; private init; }

    public DateTime CreatedAt { get; private init; }

    /// <summary>When it is tried next.</summary>
    public DateTime DueAt { get; private set; }

    public int Tries { get; private set; }

    /// <summary>Somebody is sending it; when this has passed and nothing else is known, the process was gone in the middle.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>Nobody tries any more; whoever runs the portal sees it.</summary>
    public DateTime? GivenUpAt { get; private set; }

    public static Mail Write(MailKind kind, string occasion, Guid recipientId, DateTime now, params (string Name, string Value)[] arguments) => new()
    {
        Occasion = occasion,
        RecipientId = recipientId,
        Kind = kind,
        Arguments = JsonSerializer.Serialize(arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal)),
        IsUrgent = kind is MailKind.SafeguardingAlarm or MailKind.SafeguardingTest,
        CreatedAt = now,
        DueAt = now,
    };

    public IReadOnlyDictionary<string, string> ReadArguments() => JsonSerializer.Deserialize<Dictionary<string, string>>(Arguments)!;

    /// <summary>Noted before anything is sent: only one of several instances saves it.</summary>
    /// <returns>False where it may have left already, when a process was gone in the middle: then it is given up, because it must not come twice.</returns>
    public bool Claim(DateTime now)
    {
        if (SentAt is not null || GivenUpAt is not null || ClaimedUntil > now)
        {
            throw new InvalidOperationException("Nobody is to send it now.");
        }

        if (ClaimedUntil is not null && !IsUrgent)
        {
            (GivenUpAt, ClaimedUntil) = (now, null);
            return false;
        }

        (ClaimedUntil, Tries) = (now + MailRules.Lease, Tries + 1);
        return true;
    }

    public void Leave(DateTime now) => (SentAt, ClaimedUntil) = (now, null);

    /// <summary>It did not leave: later again, or never when that has gone on for too long.</summary>
    public void Fail(DateTime now)
    {
        ClaimedUntil = null;
        DueAt = now + MailRules.WaitAfter(Tries, IsUrgent);
        GivenUpAt = DueAt > CreatedAt + MailRules.Longest ? now : null;
    }
}
