namespace ChildFriendly.Core.Moderation;

/// <summary>What a moderator decided and what the child is told.</summary>
/// <param name="ReasonKey">A text key of the fixed list, where it is not published.</param>
/// <param name="Sentence">The sentence beside the reason, or the question that goes back with it.</param>
/// <param name="About">The field that the question is about; null where it is about the whole.</param>
/// <param name="Cuts">What is left out, where it is published with redaction.</param>
public sealed record Verdict(ModerationStage Outcome, string? ReasonKey, string? Sentence, WordsField? About, IReadOnlyList<Cut> Cuts);
