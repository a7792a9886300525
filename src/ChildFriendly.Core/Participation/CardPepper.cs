using System.Security.Cryptography;
using System.Text;

namespace ChildFriendly.Core.Participation;

/// <summary>
/// The secret that card codes are hashed with. Not part of the database, not part of the key ring; to be backed up apart. Losing it
/// voids all cards.
/// </summary>
public sealed class CardPepper
{
    private const int Bytes = 32;

    private readonly byte[] secret;

    private CardPepper(byte[] secret)
    {
        this.secret = secret;
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData([.. "card pepper"u8, .. secret]))[..16];
    }

    /// <summary>Names the secret without telling it; kept with each batch, so that a lost pepper is noticed at start.</summary>
    public string Fingerprint { get; }

    /// <summary>Reads the secret, or makes it where there is none yet. A file of another length throws.</summary>
    public static CardPepper LoadOrCreate(string file)
    {
        if (!File.Exists(file))
        {
            SecretFile.Write(file, RandomNumberGenerator.GetBytes(Bytes));
        }

        var content = File.ReadAllBytes(file);
        return content.Length == Bytes
            ? new CardPepper(content)
            : throw new InvalidDataException($"The card pepper must be {Bytes} bytes: {file}");
    }

    /// <summary>A short keyed mark of a card or an account, which does not lead back to it.</summary>
    public string MarkOf(Guid id) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, (byte[])[.. "form"u8, .. id.ToByteArray()]))[..16];

    /// <summary>Of the words by which an idea is followed: one byte each.</summary>
    public string HashOf(ReadOnlySpan<byte> trackingWords) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, (byte[])[.. "track"u8, .. trackingWords]));

    /// <summary>HMAC-SHA-256 of the normalised code, in hexadecimal.</summary>
    public string HashOf(CardCode code) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(code.Symbols)));
}
