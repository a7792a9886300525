using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Consultations;

/// <summary>
/// What a child wrote to an open question. Not a ballot: it is kept apart from the box and is not secret from moderators. Public once it is
/// checked and the vote is counted.
/// </summary>
public sealed class OpenAnswer : ShortText
{
    public const int TextMaxLength = 600;

    public Guid ConsultationId { get; private init; }

    public Guid QuestionId { get; private init; }

    public static OpenAnswer Of(Question question, Participant child, string language, string text) =>
        Of(question, child.LocalityId, child.AgeBand, language, text, RandomId.New(), child.Id);

    /// <summary>Typed from a paper by whoever enters the batch.</summary>
    public static OpenAnswer OnPaper(Question question, PaperBatch batch, string language, string text, Guid id) =>
        Of(question, batch.LocalityId, batch.AgeBand, language, text, id, authorId: null);

    private static OpenAnswer Of(Question question, Guid localityId, AgeBand band, string language, string text, Guid id, Guid? authorId) =>
        question.Kind != BallotKind.OpenAnswer ? throw new InvalidOperationException("The question is not open.") : new()
        {
            Id = id,
            LocalityId = localityId,
            ConsultationId = question.ConsultationId,
            QuestionId = question.Id,
            AuthorId = authorId,
            AuthorBand = band,
            Language = language,
            Text = text,
        };
}
