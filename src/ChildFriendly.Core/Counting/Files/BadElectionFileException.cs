namespace ChildFriendly.Core.Counting.Files;

/// <summary>A file of ballots cannot be read: where, and why.</summary>
/// <param name="key">The reason, as the key of a text.</param>
/// <param name="line">From 1; 0 where the whole file is meant.</param>
/// <param name="value">What stands there.</param>
public sealed class BadElectionFileException(string key, int line, string value = "") : Exception($"{key} at line {line}")
{
    /// <summary>As much of a cell as a sentence about it needs.</summary>
    private const int ShownMost = 60;

    public string Key { get; } = $"program.recount.file.{key}";

    public int Line { get; } = line;

    public string Value { get; } = value.Length <= ShownMost ? value : $"{value[..(char.IsHighSurrogate(value[ShownMost - 2]) ? ShownMost - 2 : ShownMost - 1)]}…";
}
