namespace ChildFriendly.Core.Shared;

/// <summary>Closes what must be readable again but not by whoever reads the database; its key lies outside it.</summary>
public interface ISeal
{
    string Close(string text);

    /// <returns>Null when it was closed with another key.</returns>
    string? Open(string closed);
}
