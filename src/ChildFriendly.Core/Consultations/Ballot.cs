namespace ChildFriendly.Core.Consultations;

/// <summary>
/// A ballot while the vote is open. The tag stands in the card's place: without the consultation key, which is not in the database,
/// it leads to no card. No time, no order.
/// </summary>
public sealed class CastBallot
{
    public Guid QuestionId { get; init; }

    /// <summary>HMAC-SHA-256(consultation key, card id).</summary>
    public byte[] Tag { get; init; } = [];

    /// <summary>See <see cref="BallotAnswer.Write"/>.</summary>
    public string Choices { get; set; } = "";
}

/// <summary>A ballot after closing: nothing but the choices, under a random id.</summary>
public sealed class CountedBallot
{
    public Guid Id { get; init; }

    public Guid QuestionId { get; init; }

    public string Choices { get; init; } = "";
}

/// <summary>That a child has voted, never what: for "my things", and against a second vote when a ballot can no longer be changed.</summary>
public sealed class VoterMark
{
    public Guid ConsultationId { get; init; }

    public Guid ParticipantId { get; init; }
}

/// <summary>The bytes behind a child's receipt words. Not linked to a ballot or a child; listed after closing under the Merkle root.</summary>
public sealed class BallotReceipt
{
    public Guid ConsultationId { get; init; }

    public byte[] Code { get; init; } = [];
}
