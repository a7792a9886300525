using System.Buffers.Binary;
using System.IO.Compression;
using ChildFriendly.Core.Moderation.Media;

namespace ChildFriendly.Web.Demonstration;

/// <summary>A drawing and a voice that nobody drew and nobody spoke, made here so that no child's are needed; they come in as a child's would.</summary>
internal static class DemonstrationMedia
{
    private const int Width = 480;
    private const int Height = 360;
    private const int Rate = 16_000;

    private static readonly (byte Red, byte Green, byte Blue) Paper = (255, 252, 240);
    private static readonly (byte Red, byte Green, byte Blue) Sun = (255, 196, 37);
    private static readonly (byte Red, byte Green, byte Blue) Metal = (110, 120, 135);
    private static readonly (byte Red, byte Green, byte Blue) Water = (40, 130, 220);
    private static readonly (byte Red, byte Green, byte Blue) Grass = (70, 160, 80);

    /// <summary>A tap with drops of water under the sun.</summary>
    public static CleanPicture Drawing => MediaFiles.RefuseToTakePicture(Draw(), out var clean) is { } refusal ? throw new InvalidOperationException(refusal.Key) : clean!;

    /// <summary>Three tones, two seconds.</summary>
    public static CleanSound Voice => MediaFiles.RefuseToTakeSound(Hum(), out var clean) is { } refusal ? throw new InvalidOperationException(refusal.Key) : clean!;

    private static byte[] Draw()
    {
        var rows = new byte[Height * (1 + (Width * 3))];
        for (var (y, at) = (0, 0); y < Height; y++)
        {
            at++;
            for (var x = 0; x < Width; x++)
            {
                (rows[at], rows[at + 1], rows[at + 2]) = ColourAt(x, y);
                at += 3;
            }
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        (head[8], head[9]) = (8, 2);
        return [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR"u8, head), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static (byte Red, byte Green, byte Blue) ColourAt(int x, int y) =>
        IsRound(x, y, 400, 75, 45) || (IsRound(x, y, 400, 75, 75) && (x + y) % 24 < 6) ? Sun
        : IsRound(x, y, 246, 205, 13) || IsRound(x, y, 240, 245, 15) || IsRound(x, y, 252, 288, 17) ? Water
        : (x is >= 60 and <= 250 && y is >= 110 and <= 145) || (x is >= 225 and <= 265 && y is >= 110 and <= 180)
            || (x is >= 140 and <= 160 && y is >= 70 and <= 110) || (x is >= 110 and <= 190 && y is >= 55 and <= 72) || (x is >= 60 and <= 85 && y is >= 110 and <= 320) ? Metal
        : y > 310 + (8 * Math.Sin(x / 18.0)) ? Grass
        : Paper;

    private static bool IsRound(int x, int y, int centreX, int centreY, int radius) =>
        ((x - centreX) * (x - centreX)) + ((y - centreY) * (y - centreY)) <= radius * radius;

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        byte[] checkedPart = [.. type, .. content];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(checkedPart));
        return [.. length, .. checkedPart, .. sum];
    }

    /// <summary>As the PNG specification, annex D, has it.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }

    private static byte[] Hum()
    {
        var samples = new byte[Rate * 2 * 2];
        for (var at = 0; at < samples.Length / 2; at++)
        {
            var tone = (at * 3 / (samples.Length / 2)) switch { 0 => 262, 1 => 330, _ => 392 };
            BinaryPrimitives.WriteInt16LittleEndian(samples.AsSpan(at * 2), (short)(5000 * Math.Sin(2 * Math.PI * tone * at / Rate)));
        }

        var head = new byte[44];
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), 36 + samples.Length);
        "WAVEfmt "u8.CopyTo(head.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(28), Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(34), 16);
        "data"u8.CopyTo(head.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(40), samples.Length);
        return [.. head, .. samples];
    }
}
