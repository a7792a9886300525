using System.Security.Cryptography;
using System.Text;

namespace ChildFriendly.Core.Counting;

/// <summary>
/// A lot that nobody could choose. SHA-256 of a random secret S is published when the vote is announced; after closing S is published,
/// and the seed is SHA-256(S ‖ Merkle root of the receipts). Tied options are ordered by ascending SHA-256(seed ‖ id of the option).
/// </summary>
public sealed class TieLot(byte[] seed)
{
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string CommitmentTo(string secret) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(secret)));

    public static string SeedOf(string secret, string merkleRoot) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(secret), .. Convert.FromHexString(merkleRoot)]));

    public string DrawFor(string optionId) => Convert.ToHexStringLower(SHA256.HashData([.. seed, .. Encoding.UTF8.GetBytes(optionId)]));
}
