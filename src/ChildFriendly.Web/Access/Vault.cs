using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace ChildFriendly.Web.Access;

/// <summary>
/// Keeps what must be readable again but not by whoever reads the database: the key ring and the secrets of authenticators. Its key lies
/// with the other secrets, shared by all instances. AES-256-GCM.
/// </summary>
public sealed class Vault : ISeal
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    internal const string Mark = "v1:";

    private readonly byte[] key;

    private Vault(byte[] key) => this.key = key;

    /// <summary>Reads the key, or makes it where there is none yet.</summary>
    /// <exception cref="InvalidDataException">The file has another length.</exception>
    public static Vault LoadOrCreate(string file)
    {
        if (!File.Exists(file))
        {
            SecretFile.Write(file, RandomNumberGenerator.GetBytes(KeyBytes));
        }

        var content = File.ReadAllBytes(file);
        return content.Length == KeyBytes ? new Vault(content) : throw new InvalidDataException($"The key must be {KeyBytes} bytes: {file}");
    }

    public string Close(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes, plain.Length), box.AsSpan(NonceBytes + plain.Length));
        return Mark + Convert.ToBase64String(box);
    }

    /// <summary>HMAC-SHA-256 in hexadecimal, under a key of its own that comes from this one.</summary>
    public string Sign(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(HMACSHA256.HashData(key, "signatures"u8), Encoding.UTF8.GetBytes(text)));

    /// <summary>What was closed; text from before there was a vault as it is.</summary>
    /// <returns>Null when it was closed with another key.</returns>
    public string? Open(string closed)
    {
        if (!closed.StartsWith(Mark, StringComparison.Ordinal))
        {
            return closed;
        }

        var box = Convert.FromBase64String(closed[Mark.Length..]);
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes, plain.Length), box.AsSpan(NonceBytes + plain.Length), plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(plain);
    }
}

/// <summary>Keys of the key ring go into the vault before they go into the database.</summary>
public sealed class KeyRingEncryption(Vault vault) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("vault", vault.Close(plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(KeyRingDecryption));
}

/// <summary>Made by the framework, by its name in the stored key.</summary>
public sealed class KeyRingDecryption(IServiceProvider services) : IXmlDecryptor
{
    /// <exception cref="CryptographicException">The key was closed with another vault: it counts as lost, and a new one is made.</exception>
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(
        services.GetRequiredService<Vault>().Open(encryptedElement.Value) ?? throw new CryptographicException("Closed with another key."));
}
