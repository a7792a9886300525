using System.Buffers.Binary;
using System.Text;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation.Media;

/// <summary>
/// PNG (ISO 15948): kept are the header, the palette, transparency, what says how bright and in which colours it was drawn, and the data;
/// every check sum is compared. A moving PNG is refused, whatever follows the end is cut.
/// </summary>
internal static class PngFile
{
    private const int HeadLength = 8;
    private const int SumLength = 4;

    private static readonly uint[] Sums = [.. Enumerable.Range(0, 256).Select(SumOf)];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    private enum Data
    {
        None,
        Begun,
        Over,
    }

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    public static Refusal? Read(ReadOnlySpan<byte> file, out CleanPicture? clean)
    {
        clean = null;
        var kept = new MemoryStream(file.Length);
        kept.Write(Signature);
        var (width, height, colours, palette, orientation, data) = (0, 0, -1, 0, Orientation.Upright, Data.None);
        var once = new HashSet<string>(StringComparer.Ordinal);
        for (var rest = file[Signature.Length..]; ;)
        {
            if (rest.Length < HeadLength + SumLength || BinaryPrimitives.ReadUInt32BigEndian(rest) is var said && said > rest.Length - HeadLength - SumLength)
            {
                return MediaFiles.PictureDamaged;
            }

            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(rest);
            var chunk = rest[..(HeadLength + length + SumLength)];
            var content = chunk[HeadLength..^SumLength];
            var kind = Encoding.Latin1.GetString(chunk[4..HeadLength]);
            if (BinaryPrimitives.ReadUInt32BigEndian(chunk[^SumLength..]) != Sum(chunk[4..^SumLength]) || (kind == "IHDR") != colours < 0)
            {
                return MediaFiles.PictureDamaged;
            }

            rest = rest[chunk.Length..];
            data = data == Data.Begun && kind != "IDAT" ? Data.Over : data;
            switch (kind)
            {
                case "IHDR":
                    if (!IsHeader(content))
                    {
                        return MediaFiles.PictureDamaged;
                    }

                    if (MediaFiles.RefuseSize(BinaryPrimitives.ReadUInt32BigEndian(content), BinaryPrimitives.ReadUInt32BigEndian(content[4..])) is { } tooLarge)
                    {
                        return tooLarge;
                    }

                    (width, height, colours) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]), content[9]);
                    kept.Write(chunk);
                    break;
                case "PLTE":
                    if (palette > 0 || data != Data.None || length is 0 or > 768 || length % 3 != 0 || colours is 0 or 4)
                    {
                        return MediaFiles.PictureDamaged;
                    }

                    palette = length / 3;
                    kept.Write(chunk);
                    break;
                case "tRNS" when data == Data.None && (colours switch { 0 => length == 2, 2 => length == 6, 3 => length > 0 && length <= palette, _ => false }) && once.Add(kind):
                case "gAMA" when data == Data.None && palette == 0 && length == 4 && once.Add(kind):
                case "cHRM" when data == Data.None && palette == 0 && length == 32 && once.Add(kind):
                case "sRGB" when data == Data.None && palette == 0 && content is [<= 3] && once.Add(kind):
                    kept.Write(chunk);
                    break;
                case "eXIf" when data == Data.None:
                    orientation = Orientation.Read(content);
                    break;
                case "acTL" or "fcTL" or "fdAT":
                    return MediaFiles.MovingPicture;
                case "IDAT":
                    if (data == Data.Over || (colours == 3 && palette == 0))
                    {
                        return MediaFiles.PictureDamaged;
                    }

                    if (data == Data.None && orientation != Orientation.Upright)
                    {
                        kept.Write(Chunk("eXIf"u8, Orientation.Write(orientation)));
                    }

                    data = Data.Begun;
                    kept.Write(chunk);
                    break;
                case "IEND":
                    if (data == Data.None || length > 0)
                    {
                        return MediaFiles.PictureDamaged;
                    }

                    kept.Write(chunk);
                    var isTurned = Orientation.IsTurned(orientation);
                    clean = new CleanPicture(PictureType.Png, kept.ToArray(), isTurned ? height : width, isTurned ? width : height);
                    return null;
                case [>= 'a' and <= 'z', ..]:
                    // Words, times, small pictures, profiles of colour: not needed to draw it.
                    break;
                default:
                    // A chunk that one must understand, and nobody does.
                    return MediaFiles.PictureDamaged;
            }
        }
    }

    /// <summary>How large it may be is looked at apart.</summary>
    private static bool IsHeader(ReadOnlySpan<byte> content) => content.Length == 13
        && (content[9], content[8]) is (0, 1 or 2 or 4 or 8 or 16) or (2, 8 or 16) or (3, 1 or 2 or 4 or 8) or (4, 8 or 16) or (6, 8 or 16)
        && content[10] == 0 && content[11] == 0 && content[12] <= 1;

    private static byte[] Chunk(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        byte[] chunk = [0, 0, 0, 0, .. kind, .. content, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan()[^SumLength..], Sum(chunk.AsSpan()[4..^SumLength]));
        return chunk;
    }

    /// <summary>The check sum of annex D (CRC-32).</summary>
    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum = Sums[(byte)(sum ^ b)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint SumOf(int value)
    {
        var sum = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320 ^ (sum >> 1);
        }

        return sum;
    }
}
