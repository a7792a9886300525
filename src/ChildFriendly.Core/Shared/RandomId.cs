using System.Security.Cryptography;

namespace ChildFriendly.Core.Shared;

/// <summary>Ids for participants, cards, ballots and supports: version 7 would tell when they were made.</summary>
public static class RandomId
{
    public static Guid New() => new(RandomNumberGenerator.GetBytes(16));
}
