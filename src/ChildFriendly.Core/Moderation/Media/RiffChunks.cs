using System.Buffers.Binary;
using System.Text;

namespace ChildFriendly.Core.Moderation.Media;

/// <summary>The chunks of a RIFF file, which WebP and WAV both are: a name, a length, the content, and a byte more where the length is odd.</summary>
internal ref struct RiffChunks
{
    public const int HeadLength = 8;

    /// <summary>The file's own head: RIFF, its length, and what it is.</summary>
    public const int FileHeadLength = 12;

    private ReadOnlySpan<byte> rest;

    /// <param name="file">What follows the length that it says of itself is no part of it.</param>
    public RiffChunks(ReadOnlySpan<byte> file)
    {
        var said = (long)BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + HeadLength;
        Said = said;
        rest = file[FileHeadLength..(int)Math.Clamp(said, FileHeadLength, file.Length)];
    }

    /// <summary>How long the file says it is.</summary>
    public long Said { get; }

    public string Kind { get; private set; } = "";

    /// <summary>How long the chunk says it is.</summary>
    public uint Length { get; private set; }

    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>It says that it goes on after the end of the file.</summary>
    public bool IsCut { get; private set; }

    public static bool Is(ReadOnlySpan<byte> file, ReadOnlySpan<byte> what) => file.Length >= FileHeadLength && file.StartsWith("RIFF"u8) && file[8..].StartsWith(what);

    public bool Next()
    {
        if (IsCut || rest.IsEmpty)
        {
            return false;
        }

        if (rest.Length < HeadLength)
        {
            IsCut = true;
            return false;
        }

        Kind = Encoding.Latin1.GetString(rest[..4]);
        Length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
        if (Length > rest.Length - HeadLength)
        {
            IsCut = true;
            Content = rest[HeadLength..];
            return true;
        }

        Content = rest.Slice(HeadLength, (int)Length);
        rest = rest[Math.Min(rest.Length, HeadLength + (int)Length + (int)(Length & 1))..];
        return true;
    }

    public static void Write(MemoryStream to, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        to.Write(kind);
        to.Write(length);
        to.Write(content);
        if ((content.Length & 1) != 0)
        {
            to.WriteByte(0);
        }
    }

    public static byte[] Whole(ReadOnlySpan<byte> what, MemoryStream chunks)
    {
        byte[] head = [.. "RIFF"u8, 0, 0, 0, 0, .. what];
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), (int)chunks.Length + what.Length);
        return [.. head, .. chunks.GetBuffer().AsSpan(0, (int)chunks.Length)];
    }
}
