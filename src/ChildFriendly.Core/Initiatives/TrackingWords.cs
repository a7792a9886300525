using System.Security.Cryptography;

namespace ChildFriendly.Core.Initiatives;

/// <summary>
/// What is printed for children who gave an idea on paper: six words of a list of 256, 48 bits. Only their keyed hash is stored, so that
/// nobody reads them in the database. With a hundred thousand ideas a guess hits with 3.6 × 10⁻¹⁰.
/// </summary>
public static class TrackingWords
{
    public const int Count = 6;

    public static byte[] New() => RandomNumberGenerator.GetBytes(Count);
}
