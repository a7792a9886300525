using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation;

public enum ShortTextStage
{
    Waiting,
    Published,
    SentBack,
    NotPublished,
}

/// <summary>
/// A few sentences by a child about something: an answer, a reason, a word beside a check. A person reads them before anybody else, and readers may
/// report them. Public without a name or an age. Carries no time, and neither does its id.
/// </summary>
public abstract class ShortText : Entity, ILocal, IQuestionable, IReportable
{
    public Guid LocalityId { get; protected init; }

    /// <summary>Null where it came on paper, and once the child has ended their participation.</summary>
    public Guid? AuthorId { get; protected set; }

    public AgeBand AuthorBand { get; protected init; }

    /// <summary>The language of the pages on which it was written.</summary>
    public string Language { get; protected set; } = "";

    public string Text { get; protected set; } = "";

    public ShortTextStage Stage { get; private set; }

    /// <summary>Why it is not published: a text key of the fixed list.</summary>
    public string? ReasonKey { get; private set; }

    /// <summary>The moderator's question, or the sentence beside the reason.</summary>
    public string? Sentence { get; private set; }

    /// <summary>What was written before it was sent back, so that moderators see what has changed since.</summary>
    public string? Earlier { get; private set; }

    public bool IsAppealed { get; private set; }

    /// <summary>A reader says that it endangers somebody: hidden until a person has looked.</summary>
    public bool IsSuspended { get; private set; }

    public bool AwaitsModeration => Stage == ShortTextStage.Waiting;

    public (string? ReasonKey, string? Sentence) Told => (ReasonKey, Sentence);

    public IReadOnlyDictionary<WordsField, string> Words => new Dictionary<WordsField, string> { [WordsField.Text] = Text };

    /// <summary>What the child does says nothing about which child it was.</summary>
    internal override Guid? SubjectOf(Change change) => change is ShortTextAppealed ? null : Id;

    internal override Enum? AuditedStage => Stage;

    /// <summary>The child wrote something else; the new words are checked anew.</summary>
    public void Rewrite(string language, string text)
    {
        (Language, Text, ReasonKey, Sentence, IsSuspended) = (language, text, null, null, false);
        (Stage, IsAppealed) = (ShortTextStage.Waiting, false);
    }

    public void Appeal(DateTime now)
    {
        if (Stage != ShortTextStage.NotPublished)
        {
            throw new InvalidOperationException("Published, or not decided.");
        }

        // What was told stays, for the second reader.
        (Stage, IsAppealed) = (ShortTextStage.Waiting, true);
        Record(new ShortTextAppealed(Actor.Child, now));
    }

    public void Redact(IReadOnlyList<Cut> cuts)
    {
        if (Stage != ShortTextStage.Waiting)
        {
            throw new InvalidOperationException("Decided already.");
        }

        Text = Cut.Apply(Text, cuts);
    }

    public void Restore(WordsField field, string words, Actor by, DateTime now)
    {
        RequirePublished();
        Text = words;
        Record(new ShortTextWordsRestored(by, now));
    }

    public void Publish(Actor by, DateTime now)
    {
        Decide(ShortTextStage.Published, reasonKey: null, sentence: null);
        Earlier = null;
        Record(new ShortTextPublished(by, now));
    }

    public void Suspend(DateTime now)
    {
        RequirePublished();
        IsSuspended = true;
        Record(new ShortTextSuspended(Actor.Program, now));
    }

    public void Resume(Actor by, DateTime now)
    {
        IsSuspended = false;
        Record(new ShortTextResumed(by, now));
    }

    public void TakeDown(string sentence, Actor by, DateTime now)
    {
        RequirePublished();
        (Stage, IsSuspended, Sentence) = (ShortTextStage.NotPublished, false, sentence);
        Record(new ShortTextTakenDown(by, now));
    }

    public void SendBack(string question, WordsField? about, Actor by, DateTime now)
    {
        Decide(ShortTextStage.SentBack, reasonKey: null, question);
        Earlier = Text;
        Record(new ShortTextSentBack(by, now));
    }

    public void DoNotPublish(string reasonKey, string sentence, Actor by, DateTime now)
    {
        Decide(ShortTextStage.NotPublished, reasonKey, sentence);
        Record(new ShortTextNotPublished(by, now, reasonKey));
    }

    /// <summary>Nothing leads from it to a card any more.</summary>
    public void LoseAuthor(Actor by, DateTime now)
    {
        if (AuthorId is not null)
        {
            AuthorId = null;
            Record(new ShortTextLostAuthor(by, now));
        }
    }

    private void RequirePublished()
    {
        if (Stage != ShortTextStage.Published)
        {
            throw new InvalidOperationException("Only what is published.");
        }
    }

    private void Decide(ShortTextStage stage, string? reasonKey, string? sentence)
    {
        if (Stage != ShortTextStage.Waiting)
        {
            throw new InvalidOperationException("Decided already.");
        }

        (Stage, ReasonKey, Sentence) = (stage, reasonKey, sentence);
    }
}

public sealed record ShortTextPublished(Actor By, DateTime At) : Change(By, At);

public sealed record ShortTextSentBack(Actor By, DateTime At) : Change(By, At);

public sealed record ShortTextNotPublished(Actor By, DateTime At, string ReasonKey) : Change(By, At);

public sealed record ShortTextAppealed(Actor By, DateTime At) : Change(By, At);

public sealed record ShortTextWordsRestored(Actor By, DateTime At) : Change(By, At);

public sealed record ShortTextSuspended(Actor By, DateTime At) : Change(By, At);

public sealed record ShortTextResumed(Actor By, DateTime At) : Change(By, At);

public sealed record ShortTextTakenDown(Actor By, DateTime At) : Change(By, At);

public sealed record ShortTextLostAuthor(Actor By, DateTime At) : Change(By, At);
