using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChildFriendly.Core.Participation;

namespace ChildFriendly.Core.Audit;

/// <summary>The end of a year of a chain, signed: what is older may go when its time is over, and the rest can still be checked.</summary>
public sealed class AuditCheckpoint
{
    public Guid Chain { get; private init; }

    public int Year { get; private init; }

    public long LastNumber { get; private init; }

    public string Hash { get; private init; } = "";

    /// <summary>ECDSA over P-256 with SHA-256, base64.</summary>
    public string Signature { get; private init; } = "";

    internal static AuditCheckpoint Sign(Guid chain, int year, long lastNumber, string hash, AuditKey key) =>
        new() { Chain = chain, Year = year, LastNumber = lastNumber, Hash = hash, Signature = key.Sign(TextOf(chain, year, lastNumber, hash)) };

    internal static string TextOf(Guid chain, int year, long lastNumber, string hash) =>
        string.Create(CultureInfo.InvariantCulture, $"audit checkpoint\n{chain:N}\n{year}\n{lastNumber}\n{hash}");
}

/// <summary>Signs checkpoints. Lies with the other secrets, outside the database: who can write there cannot make a checkpoint.</summary>
public sealed class AuditKey : IDisposable
{
    private readonly ECDsa key;

    private AuditKey(ECDsa key) => this.key = key;

    /// <summary>Reads the key, or makes it where there is none yet.</summary>
    /// <exception cref="CryptographicException">The file is there and holds no key.</exception>
    public static AuditKey LoadOrCreate(string file)
    {
        if (!File.Exists(file))
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            SecretFile.Write(file, made.ExportPkcs8PrivateKey());
        }

        var read = ECDsa.Create();
        read.ImportPkcs8PrivateKey(File.ReadAllBytes(file), out _);
        return new AuditKey(read);
    }

    public void Dispose() => key.Dispose();

    internal string Sign(string text) => Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256));

    internal bool Signed(AuditCheckpoint checkpoint)
    {
        var signature = new byte[256];
        return Convert.TryFromBase64String(checkpoint.Signature, signature, out var length)
            && key.VerifyData(Encoding.UTF8.GetBytes(AuditCheckpoint.TextOf(checkpoint.Chain, checkpoint.Year, checkpoint.LastNumber, checkpoint.Hash)), signature.AsSpan(0, length), HashAlgorithmName.SHA256);
    }
}
