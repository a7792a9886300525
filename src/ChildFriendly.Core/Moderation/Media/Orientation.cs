using System.Buffers.Binary;

namespace ChildFriendly.Core.Moderation.Media;

/// <summary>The one thing in a camera's notes (EXIF) that a picture needs: which way is up, 1 to 8.</summary>
internal static class Orientation
{
    public const int Upright = 1;

    private const ushort Tag = 0x0112;
    private const ushort Short = 3;
    private const int EntryLength = 12;

    /// <summary>Lying on its side: width and height are seen the other way round.</summary>
    public static bool IsTurned(int orientation) => orientation is >= 5 and <= 8;

    /// <param name="tiff">The notes from the byte order on. Whatever is wrong with them, the picture is taken as upright.</param>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return Upright;
        }

        var isLittle = tiff[0] == 'I';
        var at = ReadInt32(tiff[4..], isLittle);
        if (at < 8 || at > tiff.Length - 2)
        {
            return Upright;
        }

        var entries = tiff[(int)(at + 2)..];
        for (int left = ReadInt16(tiff[(int)at..], isLittle); left > 0 && entries.Length >= EntryLength; left--, entries = entries[EntryLength..])
        {
            if (ReadInt16(entries, isLittle) == Tag)
            {
                return ReadInt16(entries[2..], isLittle) == Short && ReadInt32(entries[4..], isLittle) == 1 && ReadInt16(entries[8..], isLittle) is >= 1 and <= 8 and var value ? value : Upright;
            }
        }

        return Upright;
    }

    /// <summary>Fresh notes that say nothing else.</summary>
    public static byte[] Write(int orientation) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8, // the first and only directory begins after these
        0, 1, // one entry
        Tag >> 8, Tag & 0xFF, 0, (byte)Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0, // no further directory
    ];

    private static ushort ReadInt16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint ReadInt32(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
