using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation;

public enum RedactionStage
{
    Told,
    Objected,
    Upheld,
    Restored,
}

/// <summary>
/// What was left out of one field before it was published: kept for a while, for the child, who sees exactly what and why and may object, and for
/// whoever then looks at it. Never public.
/// </summary>
public sealed class Redaction : Entity, ILocal
{
    private Redaction(Guid localityId, Guid itemId, WordsField field, string original, string cuts, DateTime at, Guid decidedById)
    {
        LocalityId = localityId;
        ItemId = itemId;
        Field = field;
        Original = original;
        Cuts = cuts;
        At = at;
        DecidedById = decidedById;
    }

    public Guid LocalityId { get; private init; }

    /// <summary>The initiative, finding or answer.</summary>
    public Guid ItemId { get; private init; }

    public WordsField Field { get; private init; }

    /// <summary>What the child wrote.</summary>
    public string Original { get; private init; }

    /// <summary>As <see cref="Cut.Write"/> has it.</summary>
    public string Cuts { get; private init; }

    public DateTime At { get; private init; }

    public Guid DecidedById { get; private init; }

    public RedactionStage Stage { get; private set; }

    public DateTime? ObjectedAt { get; private set; }

    /// <summary>Why it stays left out, where somebody else has looked.</summary>
    public string? Sentence { get; private set; }

    public IReadOnlyList<Cut> Left => Cut.Read(Cuts);

    internal override Enum? AuditedStage => Stage;

    /// <summary>What the child does says nothing about which child it was.</summary>
    internal override Guid? SubjectOf(Change change) => change is RedactionObjected ? null : Id;

    /// <summary>One for each field in which something is left out.</summary>
    public static IEnumerable<Redaction> Of(ModerationCase decided, IReadOnlyDictionary<WordsField, string> words, DateTime now) =>
        Cut.Read(decided.Cuts).GroupBy(c => c.Field).Select(f => new Redaction(decided.LocalityId, decided.ItemId, f.Key, words[f.Key], Cut.Write(f), now, decided.DecidedById!.Value));

    public void ObjectTo(DateTime now)
    {
        Require(RedactionStage.Told);
        (Stage, ObjectedAt) = (RedactionStage.Objected, now);
        Record(new RedactionObjected(Actor.Child, now));
    }

    public void Uphold(string sentence, Actor by, DateTime now)
    {
        Require(RedactionStage.Objected);
        (Stage, Sentence) = (RedactionStage.Upheld, sentence);
        Record(new RedactionUpheld(by, now));
    }

    public void Restore(IContribution item, Actor by, DateTime now)
    {
        Require(RedactionStage.Objected);
        item.Restore(Field, Original, by, now);
        Stage = RedactionStage.Restored;
        Record(new RedactionRestored(by, now));
    }

    private void Require(RedactionStage stage)
    {
        if (Stage != stage)
        {
            throw new InvalidOperationException($"Not possible in stage {Stage}.");
        }
    }
}

public sealed record RedactionObjected(Actor By, DateTime At) : Change(By, At);

public sealed record RedactionUpheld(Actor By, DateTime At) : Change(By, At);

public sealed record RedactionRestored(Actor By, DateTime At) : Change(By, At);
