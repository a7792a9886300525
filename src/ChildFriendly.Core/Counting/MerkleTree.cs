using System.Security.Cryptography;

namespace ChildFriendly.Core.Counting;

/// <summary>Merkle tree hash of a list (RFC 6962, section 2.1) with SHA-256.</summary>
public static class MerkleTree
{
    /// <returns>The root in hexadecimal; of an empty list the hash of nothing.</returns>
    public static string RootOf(IReadOnlyList<byte[]> leaves) => Convert.ToHexStringLower(Hash(leaves, 0, leaves.Count));

    private static byte[] Hash(IReadOnlyList<byte[]> leaves, int start, int count)
    {
        if (count <= 1)
        {
            return count == 0 ? SHA256.HashData([]) : SHA256.HashData([0, .. leaves[start]]);
        }

        var left = 1;
        while (left * 2 < count)
        {
            left *= 2;
        }

        return SHA256.HashData([1, .. Hash(leaves, start, left), .. Hash(leaves, start + left, count - left)]);
    }
}
