using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Consultations;

public enum OpenAnswerStage
{
    Waiting,
    Published,
    SentBack,
    NotPublished,
}

/// <summary>
/// What a child wrote to an open question. Not a ballot: a person reads it before anybody else, so it is kept apart from the box and is not secret
/// from moderators. Public once it is checked and the vote is counted, without a name or an age. Carries no time, and neither does its id.
/// </summary>
public sealed class OpenAnswer : Entity, ILocal, IQuestionable
{
    public const int TextMaxLength = 600;

    public Guid LocalityId { get; private init; }

    public Guid ConsultationId { get; private init; }

    public Guid QuestionId { get; private init; }

    /// <summary>Null where it came on paper, and once the child has ended their participation.</summary>
    public Guid? AuthorId { get; private set; }

    public AgeBand AuthorBand { get; private init; }

    /// <summary>The language of the pages on which it was written.</summary>
    public string Language { get; private set; } = "";

    public string Text { get; private set; } = "";

    public OpenAnswerStage Stage { get; private set; }

    /// <summary>Why it is not published: a text key of the fixed list.</summary>
    public string? ReasonKey { get; private set; }

    /// <summary>The moderator's question, or the sentence beside the reason.</summary>
    public string? Sentence { get; private set; }

    /// <summary>What was written before it was sent back, so that moderators see what has changed since.</summary>
    public string? Earlier { get; private set; }

    public bool IsAppealed { get; private set; }

    public bool AwaitsModeration => Stage == OpenAnswerStage.Waiting;

    public (string? ReasonKey, string? Sentence) Told => (ReasonKey, Sentence);

    public IReadOnlyDictionary<WordsField, string> Words => new Dictionary<WordsField, string> { [WordsField.Text] = Text };

    /// <summary>What the child does says nothing about which child it was.</summary>
    internal override Guid? SubjectOf(Change change) => change is OpenAnswerAppealed ? null : Id;

    internal override Enum? AuditedStage => Stage;

    public static OpenAnswer Of(Question question, Participant child, string language, string text) =>
        Of(question, child.LocalityId, child.AgeBand, language, text, RandomId.New(), child.Id);

    /// <summary>Typed from a paper by whoever enters the batch.</summary>
    public static OpenAnswer OnPaper(Question question, PaperBatch batch, string language, string text, Guid id) =>
        Of(question, batch.LocalityId, batch.AgeBand, language, text, id, authorId: null);

    /// <summary>The child changed its vote; the new words are checked anew.</summary>
    public void Rewrite(string language, string text)
    {
        (Language, Text, ReasonKey, Sentence) = (language, text, null, null);
        (Stage, IsAppealed) = (OpenAnswerStage.Waiting, false);
    }

    public void Appeal(DateTime now)
    {
        if (Stage != OpenAnswerStage.NotPublished)
        {
            throw new InvalidOperationException("Published, or not decided.");
        }

        // What was told stays, for the second reader.
        (Stage, IsAppealed) = (OpenAnswerStage.Waiting, true);
        Record(new OpenAnswerAppealed(Actor.Child, now));
    }

    public void Redact(IReadOnlyList<Cut> cuts)
    {
        if (Stage != OpenAnswerStage.Waiting)
        {
            throw new InvalidOperationException("Decided already.");
        }

        Text = Cut.Apply(Text, cuts);
    }

    public void Restore(WordsField field, string words, Actor by, DateTime now)
    {
        if (Stage != OpenAnswerStage.Published)
        {
            throw new InvalidOperationException("Only what is published.");
        }

        Text = words;
        Record(new OpenAnswerWordsRestored(by, now));
    }

    public void Publish(Actor by, DateTime now)
    {
        Decide(OpenAnswerStage.Published, reasonKey: null, sentence: null);
        Earlier = null;
        Record(new OpenAnswerPublished(by, now));
    }

    public void SendBack(string question, WordsField? about, Actor by, DateTime now)
    {
        Decide(OpenAnswerStage.SentBack, reasonKey: null, question);
        Earlier = Text;
        Record(new OpenAnswerSentBack(by, now));
    }

    public void DoNotPublish(string reasonKey, string sentence, Actor by, DateTime now)
    {
        Decide(OpenAnswerStage.NotPublished, reasonKey, sentence);
        Record(new OpenAnswerNotPublished(by, now, reasonKey));
    }

    /// <summary>Nothing leads from it to a card any more.</summary>
    public void LoseAuthor(Actor by, DateTime now)
    {
        if (AuthorId is not null)
        {
            AuthorId = null;
            Record(new OpenAnswerLostAuthor(by, now));
        }
    }

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
            Stage = OpenAnswerStage.Waiting,
        };

    private void Decide(OpenAnswerStage stage, string? reasonKey, string? sentence)
    {
        if (Stage != OpenAnswerStage.Waiting)
        {
            throw new InvalidOperationException("Decided already.");
        }

        (Stage, ReasonKey, Sentence) = (stage, reasonKey, sentence);
    }
}

public sealed record OpenAnswerPublished(Actor By, DateTime At) : Change(By, At);

public sealed record OpenAnswerSentBack(Actor By, DateTime At) : Change(By, At);

public sealed record OpenAnswerNotPublished(Actor By, DateTime At, string ReasonKey) : Change(By, At);

public sealed record OpenAnswerAppealed(Actor By, DateTime At) : Change(By, At);

public sealed record OpenAnswerWordsRestored(Actor By, DateTime At) : Change(By, At);

public sealed record OpenAnswerLostAuthor(Actor By, DateTime At) : Change(By, At);
