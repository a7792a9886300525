using System.Buffers.Binary;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation.Media;

/// <summary>
/// JPEG (ITU-T T.81): kept are the frame, its tables and its scans, each checked; of the application segments only what decides about colours
/// and which way is up, both written afresh. Whatever follows the end of the picture is cut.
/// </summary>
internal static class JpegFile
{
    private const byte Baseline = 0xC0;
    private const byte Extended = 0xC1;
    private const byte Progressive = 0xC2;
    private const byte HuffmanTables = 0xC4;
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte QuantizationTables = 0xDB;
    private const byte RestartInterval = 0xDD;
    private const byte Jfif = 0xE0;
    private const byte Exif = 0xE1;
    private const byte Adobe = 0xEE;
    private const byte Comment = 0xFE;

    // A progressive picture has about ten of each; more would be a place to keep something else in, and slow to draw.
    private const int MostScans = 64;
    private const int MostTables = 4 * MostScans;

    public static bool Is(ReadOnlySpan<byte> file) => file is [0xFF, Start, 0xFF, ..];

    public static Refusal? Read(ReadOnlySpan<byte> file, out CleanPicture? clean)
    {
        clean = null;
        var kept = new MemoryStream(file.Length);
        var (width, height, components, orientation, tables, scans) = (0, 0, 0, Orientation.Upright, 0, 0);
        int? transform = null;
        var (isJfif, hasQuantization, hasHuffman) = (false, false, false);
        for (var rest = file[2..]; ;)
        {
            if (rest is not [0xFF, ..])
            {
                return MediaFiles.PictureDamaged;
            }

            // Any number of FF may stand before a marker.
            rest = rest.TrimStart((byte)0xFF);
            if (rest.IsEmpty)
            {
                return MediaFiles.PictureDamaged;
            }

            var marker = rest[0];
            if (marker == End)
            {
                if (scans == 0)
                {
                    return MediaFiles.PictureDamaged;
                }

                break;
            }

            if (rest.Length < 3 || BinaryPrimitives.ReadUInt16BigEndian(rest[1..]) is not (>= 2 and var length) || length > rest.Length - 1)
            {
                return MediaFiles.PictureDamaged;
            }

            var segment = rest[3..(1 + length)];
            rest = rest[(1 + length)..];
            switch (marker)
            {
                case Baseline or Extended or Progressive when components == 0:
                    if (!IsFrame(segment))
                    {
                        return MediaFiles.NotAPicture;
                    }

                    (height, width, components) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), segment[5]);
                    if (MediaFiles.RefuseSize(width, height) is { } tooLarge)
                    {
                        return tooLarge;
                    }

                    Keep(kept, marker, segment);
                    break;
                case Baseline or Extended or Progressive:
                    return MediaFiles.PictureDamaged;
                case HuffmanTables when AreHuffmanTables(segment) && ++tables <= MostTables:
                    hasHuffman = true;
                    Keep(kept, marker, segment);
                    break;
                case QuantizationTables when AreQuantizationTables(segment) && ++tables <= MostTables:
                    hasQuantization = true;
                    Keep(kept, marker, segment);
                    break;
                case RestartInterval when segment.Length == 2 && ++tables <= MostTables:
                    Keep(kept, marker, segment);
                    break;
                case Scan when hasQuantization && hasHuffman && IsScan(segment, components) && ++scans <= MostScans:
                    Keep(kept, marker, segment);
                    var coded = LengthOfCoded(rest);
                    if (coded == 0)
                    {
                        return MediaFiles.PictureDamaged;
                    }

                    kept.Write(rest[..coded]);
                    rest = rest[coded..];
                    break;
                case Jfif when segment.StartsWith("JFIF\0"u8):
                    isJfif = true;
                    break;
                case Exif when segment.StartsWith("Exif\0\0"u8) && components == 0:
                    orientation = Orientation.Read(segment[6..]);
                    break;
                case Adobe when segment.StartsWith("Adobe"u8) && segment.Length >= 12:
                    transform = segment[11];
                    break;
                case >= 0xE0 and <= 0xEF or Comment:
                    break;
                case 0xC3 or (>= 0xC5 and <= 0xCF):
                    // Without loss, arithmetic coding, several frames: browsers do not draw them.
                    return MediaFiles.NotAPicture;
                default:
                    return MediaFiles.PictureDamaged;
            }
        }

        var isTurned = Orientation.IsTurned(orientation);
        clean = new CleanPicture(PictureType.Jpeg, Assemble(isJfif, orientation, transform, kept), isTurned ? height : width, isTurned ? width : height);
        return null;
    }

    private static byte[] Assemble(bool isJfif, int orientation, int? transform, MemoryStream kept)
    {
        var whole = new MemoryStream((int)kept.Length + 96);
        whole.Write([0xFF, Start]);
        if (isJfif)
        {
            // Version 1.1, square pixels, no small picture.
            Keep(whole, Jfif, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        }

        if (orientation != Orientation.Upright)
        {
            Keep(whole, Exif, [.. "Exif\0\0"u8, .. Orientation.Write(orientation)]);
        }

        if (transform is 0 or 1)
        {
            // Whether the three colours are red, green and blue, or one of light and two of colour.
            Keep(whole, Adobe, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, (byte)transform]);
        }

        kept.WriteTo(whole);
        whole.Write([0xFF, End]);
        return whole.ToArray();
    }

    private static void Keep(MemoryStream to, byte marker, ReadOnlySpan<byte> segment)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(segment.Length + 2));
        to.Write(head);
        to.Write(segment);
    }

    /// <summary>Eight bits, grey or three colours: what cameras and browsers write.</summary>
    private static bool IsFrame(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 6 || segment[0] != 8 || segment[5] is not (1 or 3) || segment.Length != 6 + (3 * segment[5]))
        {
            return false;
        }

        for (var component = segment[6..]; component.Length > 0; component = component[3..])
        {
            if ((component[1] >> 4) is < 1 or > 4 || (component[1] & 15) is < 1 or > 4 || component[2] > 3)
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreHuffmanTables(ReadOnlySpan<byte> segment)
    {
        do
        {
            if (segment.Length < 17 || segment[0] >> 4 > 1 || (segment[0] & 15) > 3)
            {
                return false;
            }

            var symbols = 0;
            foreach (var count in segment[1..17])
            {
                symbols += count;
            }

            if (symbols > 256 || symbols > segment.Length - 17)
            {
                return false;
            }

            segment = segment[(17 + symbols)..];
        }
        while (!segment.IsEmpty);
        return true;
    }

    private static bool AreQuantizationTables(ReadOnlySpan<byte> segment)
    {
        do
        {
            if (segment.IsEmpty || segment[0] >> 4 > 1 || (segment[0] & 15) > 3)
            {
                return false;
            }

            var length = 1 + (segment[0] >> 4 == 0 ? 64 : 128);
            if (segment.Length < length)
            {
                return false;
            }

            segment = segment[length..];
        }
        while (!segment.IsEmpty);
        return true;
    }

    private static bool IsScan(ReadOnlySpan<byte> segment, int components)
    {
        if (segment.IsEmpty || segment[0] < 1 || segment[0] > components || segment.Length != 4 + (2 * segment[0]))
        {
            return false;
        }

        var spectrum = segment[^3..];
        return spectrum[0] <= 63 && spectrum[1] <= 63 && spectrum[0] <= spectrum[1];
    }

    /// <summary>Up to the next marker that is no restart; a zero after FF means the byte itself.</summary>
    private static int LengthOfCoded(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; ;)
        {
            var next = rest[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= rest.Length)
            {
                return 0;
            }

            at += next;
            if (rest[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += 2;
        }
    }
}
