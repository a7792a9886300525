using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation;

/// <summary>A sentence that a child adds to something it did: why it supports an idea, what it sees of a measure, what would make a draft better. One per child and thing; nobody can answer it.</summary>
public sealed class Remark : ShortText
{
    public const int TextMaxLength = 300;

    /// <summary>Beside what it stands.</summary>
    public ModerationSubject Kind { get; private init; }

    /// <summary>The idea, measure or plan that it is about.</summary>
    public Guid AboutId { get; private init; }

    public static Remark Of(ModerationSubject kind, Guid aboutId, Participant child, string language, string text) =>
        kind is not (ModerationSubject.SupportReason or ModerationSubject.MeasureCheck or ModerationSubject.DebateProposal) ? throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null) : new()
        {
            Id = RandomId.New(),
            LocalityId = child.LocalityId,
            Kind = kind,
            AboutId = aboutId,
            AuthorId = child.Id,
            AuthorBand = child.AgeBand,
            Language = language,
            Text = text,
        };
}
