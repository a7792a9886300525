using System.Security.Cryptography;
using ChildFriendly.Core.Participation;

namespace ChildFriendly.Core.Consultations;

/// <summary>
/// The secrets that link a ballot to a card while a vote is open: one file each, outside the database and outside every backup
/// (several instances share the folder). Destroyed at closing, after which nobody can tell whose a ballot was.
/// </summary>
public sealed class ConsultationKeys(string folder)
{
    private const int Bytes = 32;

    /// <summary>A lost key is replaced: ballots cast before stay and count, but can no longer be changed.</summary>
    public ConsultationKey LoadOrCreate(Guid consultationId)
    {
        var file = FileOf(consultationId);
        if (!File.Exists(file))
        {
            SecretFile.Write(file, RandomNumberGenerator.GetBytes(Bytes));
        }

        return new ConsultationKey(File.ReadAllBytes(file));
    }

    public void Destroy(Guid consultationId)
    {
        var file = FileOf(consultationId);
        if (!File.Exists(file))
        {
            return;
        }

        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write))
        {
            stream.Write(new byte[Bytes]);
            stream.Flush(flushToDisk: true);
        }

        File.Delete(file);
    }

    public bool Exists(Guid consultationId) => File.Exists(FileOf(consultationId));

    private string FileOf(Guid consultationId) => Path.Combine(folder, $"{consultationId:N}.key");
}

public sealed class ConsultationKey(byte[] secret)
{
    /// <summary>48 bits: six words of a list of 256.</summary>
    public const int ReceiptBytes = 6;

    public byte[] TagOf(Guid cardId) => HMACSHA256.HashData(secret, cardId.ToByteArray());

    /// <summary>The same after every change of the vote, so it cannot betray that one was changed.</summary>
    public byte[] ReceiptOf(Guid cardId) => HMACSHA256.HashData(secret, (byte[])[.. "receipt"u8, .. cardId.ToByteArray()])[..ReceiptBytes];
}
