using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation;

/// <summary>What children said, which a person checks before anybody else sees it.</summary>
public interface IContribution
{
    /// <summary>Nobody has decided yet.</summary>
    bool AwaitsModeration { get; }

    /// <summary>What went with the last decision that was not to publish: a text key of the fixed list, and the moderator's own sentence.</summary>
    (string? ReasonKey, string? Sentence) Told { get; }

    void Publish(Actor by, DateTime now);

    void DoNotPublish(string reasonKey, string sentence, Actor by, DateTime now);
}

/// <summary>Whoever wrote it can be asked, and writes it anew.</summary>
public interface IQuestionable : IContribution
{
    void SendBack(string question, Actor by, DateTime now);

    /// <summary>The child has asked, once, that somebody else look at what was not published.</summary>
    bool IsAppealed { get; }

    /// <summary>It waits again, for another moderator. The caller has asked <see cref="ModerationRules.RefuseToAppeal"/>.</summary>
    void Appeal(DateTime now);
}
