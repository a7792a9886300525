using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation;

/// <summary>What children said, which a person checks before anybody else sees it.</summary>
public interface IContribution
{
    /// <summary>Nobody has decided yet.</summary>
    bool AwaitsModeration { get; }

    /// <summary>What went with the last decision that was not to publish: a text key of the fixed list, and the moderator's own sentence.</summary>
    (string? ReasonKey, string? Sentence) Told { get; }

    /// <summary>The language of the pages on which it was written.</summary>
    string Language { get; }

    /// <summary>All that was written, field by field.</summary>
    IReadOnlyDictionary<WordsField, string> Words { get; }

    /// <summary>Leaves words out before it is published; the caller keeps what the child wrote (<see cref="Redaction"/>).</summary>
    void Redact(IReadOnlyList<Cut> cuts);

    /// <summary>A field becomes again what the child wrote.</summary>
    void Restore(WordsField field, string words, Actor by, DateTime now);

    void Publish(Actor by, DateTime now);

    void DoNotPublish(string reasonKey, string sentence, Actor by, DateTime now);
}

/// <summary>Whoever wrote it can be asked, and writes it anew.</summary>
public interface IQuestionable : IContribution
{
    /// <param name="about">The field that the question is about; null for the whole.</param>
    void SendBack(string question, WordsField? about, Actor by, DateTime now);

    /// <summary>The child has asked, once, that somebody else look at what was not published.</summary>
    bool IsAppealed { get; }

    /// <summary>It waits again, for another moderator. The caller has asked <see cref="ModerationRules.RefuseToAppeal"/>.</summary>
    void Appeal(DateTime now);
}
