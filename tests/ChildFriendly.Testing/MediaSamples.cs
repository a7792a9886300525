using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ChildFriendly.Testing;

/// <summary>Small pictures made for the tests, 24 × 16: red above blue on the left, white above green on the right.</summary>
public static class MediaSamples
{
    public const int Width = 24;
    public const int Height = 16;

    public static byte[] Jpeg => Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2"
        + "NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQABgDASIAAhEBAxEB/8QAGAAAAwEBAAAAAAAAAAAAAAAAAAYHBAX/xAAcEAEAAAcBAAAAAAAAAAAAAAAA"
        + "BQZDRIGDwcL/xAAVAQEBAAAAAAAAAAAAAAAAAAAEBf/EACMRAAACCQUAAAAAAAAAAAAAAAADAQIEBRESFGGhQVFicYH/2gAMAwEAAhEDEQA/AOOa5Hvtfogt8Mq46S0O2lLSdNGGkPNwtqek5KVZM3"
        + "6FZCahLqbCNWccj//Z");

    public static byte[] ProgressiveJpeg => Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2"
        + "NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wgARCAAQABgDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAQFBv/EABUBAQEAAAAAAAAAAAAAAAAAAAME"
        + "/9oADAMBAAIQAxAAAAFOrAYRdYZolj//xAAXEAADAQAAAAAAAAAAAAAAAAAAAxAE/9oACAEBAAEFAjDVz//EABoRAAICAwAAAAAAAAAAAAAAAAARAgMEE2H/2gAIAQMBAT8BtynBI3cP/8QAGhEAAQ"
        + "UBAAAAAAAAAAAAAAAAAAIDBBETEv/aAAgBAgEBPwFyNknuzQ//xAAYEAACAwAAAAAAAAAAAAAAAAAAEAECgf/aAAgBAQAGPwIvjlf/xAAXEAADAQAAAAAAAAAAAAAAAAAAIIHw/9oACAEBAAE/ITKr"
        + "f//aAAwDAQACAAMAAAAQb+//xAAZEQACAwEAAAAAAAAAAAAAAAAAEWFxsfD/2gAIAQMBAT8QZazRwz//xAAaEQACAgMAAAAAAAAAAAAAAAAAESFBUXGB/9oACAECAQE/EGEipcyan//EABYQAQEBAA"
        + "AAAAAAAAAAAAAAAMEQIP/aAAgBAQABPxDAGz//2Q==");

    public static byte[] GreyJpeg => Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/wAALCAAQABgBAREA/8QAFwAAAwEAAA"
        + "AAAAAAAAAAAAAABAUGB//EABwQAQAABwEAAAAAAAAAAAAAAAAFBkNEgYPBwv/aAAgBAQAAPwBOq5HvtfpVMXHwyrjo9//Z");

    public static byte[] FourColourJpeg => Convert.FromBase64String(
        "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OFBtUVdfYmdoZz5NcXlwZHhcZWdj/8AAFAgAEAAYBEMRAE0RAFkRAEsRAP/EAB"
        + "gAAQEBAQEAAAAAAAAAAAAAAAYABwQD/8QAHhABAAEDBQEAAAAAAAAAAAAAAMIHRYMEBkJEgYL/2gAOBEMATQBZAEsAAD8AXBIS0B0aXl4dUzuWKZ1TO5Ypp7nJymGMMcCRHtHt/Eg2oVvyRSIw1P/Z");

    public static byte[] Webp => Convert.FromBase64String(
        "UklGRlwAAABXRUJQVlA4IFAAAACwAwCdASoYABAAPtFUo0uoJKMhsAgBABoJaACdMoGv/gPEv0y8SgD+uQD7VWNwjWch669Lqf2UX/80ROpv/+Wf8Y5sJyai6ZCpts2RSwSAAA==");

    public static byte[] LosslessWebp => Convert.FromBase64String(
        "UklGRkQAAABXRUJQVlA4TDcAAAAvF8ADAB8gECB0aFasREhAmOX/FDMkIQHxwxL/k03S/MffgAmBMNtokpOc5P2PIKL/oQLPatsTAA==");

    public static byte[] SeeThroughWebp => Convert.FromBase64String(
        "UklGRqAAAABXRUJQVlA4WAoAAAAQAAAAFwAADwAAQUxQSBcAAAABmYzof4BI22Z4Oudfx+FhxAQktQYvAwBWUDggYgAAALADAJ0BKhgAEAA+0VakTCgko6IwCAEAGglsAJ0yhHZYKafKZ9ewAP7b4u"
        + "ZJ82j+zj96Tq6ppFixO4cJ9VdEpvn3T/0Mp/qb//ktra2D583fy8J+5l7vPhdpstwT4ohp8AAA");

    public static byte[] MovingWebp => Convert.FromBase64String(
        "UklGRpwBAABXRUJQVlA4WAoAAAASAAAAFwAADwAAQU5JTQYAAAAAAAAAAABBTk1G+AAAAAAAAAAAABcAAA8AAGQAAAJBTFBIVwAAAAG/IBZMducPHUJEpC4Yto2kOHd8937miP5HiCmX2vqYzMu67c"
        + "d53c/7/QAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABWUDgggAAAANAEAJ0BKhgAEAA+bSySRaQioZgEAEAGxLYATplCOAr//cQALKPDu8iN+4dQ74QAAP72zB+I"
        + "KhbvXY74Pob//3/87g//GUsNnvWzRJv/xLfEn9n+8Z1h/40rJB/+4Zd4ltqbtf8/fYAEDnKIr9K4Klegr0RTGiq4+t7D4fJuwAAAQU5NRnAAAAAAAAAAAAAXAAAPAABkAAAAVlA4IFgAAAAUBACdAS"
        + "oYABAAPm0wk0YDAIAAANiWgAnS6AMr/3EACyjtEh+ngkHygAD+7oM/123ealH2Zb//2AMgNl/2ydJf+SCipv/3jP8m/9WJFisWTmAqiTWY4AAA");

    public static byte[] PalettePng => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQAgMAAABxSlcGAAAADFBMVEX6+voUoBTcFBQUFNyqojGvAAAAGUlEQVR4nGNYtWoVAxCQTP3//z80NJRkCgDn+C/R6mxHIgAAAABJRU5ErkJggg==");

    public static byte[] Gif => Convert.FromBase64String(
        "R0lGODdhGAAQAIcAAPr6+hSgFNwUFBQU3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACwAAAAAGA"
        + "AQAEAIWAAFCBxIUCCAgwgTHhzAsKFDhgEiSpwYsaBFAQozAnjIcQDFjwEuFtSoUCRBkgk7PgRJUaVDlhNNDkSJUKZBmgBsYsSpE+dGlxBhRgQaVChRj0IDHE0aICAAOw==");

    public static byte[] MovingPng => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAACGFjVEwAAAACAAAAAPONk3AAAAAaZmNUTAAAAAAAAAAYAAAAEAAAAAAAAAAAAGQD6AAAg+aBvQAAADFJREFUeJxjvCMiwkAIyD17Rl"
        + "ANE0EVRIJRg4aiQSwWDCcIq1omRVDJ4PPaqEF0NAgARREE0DzSq7UAAAAaZmNUTAAAAAEAAAAYAAAAEAAAAAAAAAAAAGQD6AAAGJVraQAAACBmZEFUAAAAAnicY2RkYmagBmCiiimjBo0aNGrQCDYI"
        + "AGjiACY5HH6oAAAAAElFTkSuQmCC");

    /// <summary>Each pixel as red, green, blue; eight bits.</summary>
    public static byte[] Png(int width = Width, int height = Height, params (string Kind, byte[] Content)[] more)
    {
        var rows = new MemoryStream();
        using (var zip = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zip.WriteByte(0);
                for (var x = 0; x < width; x++)
                {
                    zip.Write((x < width / 2, y < height / 2) switch { (true, true) => [220, 20, 20], (true, false) => [20, 20, 220], (false, true) => [250, 250, 250], _ => [20, 160, 20] });
                }
            }
        }

        return PngOf([("IHDR", PngHead(width, height)), .. more, ("IDAT", rows.ToArray()), ("IEND", [])]);
    }

    public static byte[] PngHead(int width, int height, byte depth = 8, byte colours = 2, byte interlace = 0)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = (depth, colours, interlace);
        return head;
    }

    public static byte[] PngOf(params (string Kind, byte[] Content)[] chunks)
    {
        var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        foreach (var (kind, content) in chunks)
        {
            byte[] summed = [.. Encoding.ASCII.GetBytes(kind), .. content];
            var numbers = new byte[8];
            BinaryPrimitives.WriteInt32BigEndian(numbers, content.Length);
            BinaryPrimitives.WriteUInt32BigEndian(numbers.AsSpan(4), Sum(summed));
            file.Write(numbers.AsSpan(0, 4));
            file.Write(summed);
            file.Write(numbers.AsSpan(4));
        }

        return file.ToArray();
    }

    /// <summary>With segments after its beginning, where a camera puts its notes.</summary>
    public static byte[] JpegWith(byte[] jpeg, params (byte Marker, byte[] Content)[] segments) =>
        [.. jpeg.AsSpan(0, 2), .. segments.SelectMany(s => new byte[] { 0xFF, s.Marker, (byte)((s.Content.Length + 2) >> 8), (byte)(s.Content.Length + 2) }.Concat(s.Content)), .. jpeg.AsSpan(2)];

    /// <summary>The notes of a camera: which way is up, who held it, and where, as far as text goes.</summary>
    public static byte[] Notes(int orientation, bool isLittle = true)
    {
        var secret = "SECRET 46.5670N 26.9146E"u8;
        byte[] Two(int v) => isLittle ? [(byte)v, (byte)(v >> 8)] : [(byte)(v >> 8), (byte)v];
        byte[] Four(int v) => isLittle ? [(byte)v, (byte)(v >> 8), 0, 0] : [0, 0, (byte)(v >> 8), (byte)v];
        return
        [
            .. isLittle ? "II"u8 : "MM"u8, .. Two(42), .. Four(8), .. Two(2),
            .. Two(0x010F), .. Two(2), .. Four(secret.Length), .. Four(8 + 2 + 24 + 4),
            .. Two(0x0112), .. Two(3), .. Four(1), .. Two(orientation), 0, 0,
            .. Four(0), .. secret,
        ];
    }

    public static byte[] Riff(string what, params (string Kind, byte[] Content)[] chunks)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(what), .. chunks.SelectMany(c => (byte[])[.. Encoding.ASCII.GetBytes(c.Kind), .. Length(c.Content.Length), .. c.Content, .. new byte[c.Content.Length & 1]])];
        return [.. "RIFF"u8, .. Length(body.Length), .. body];
    }

    public static byte[] Wav(double seconds = 1, int perSecond = 16_000, short channels = 1, short bits = 16, params (string Kind, byte[] Content)[] before)
    {
        var format = new byte[16];
        var perFrame = channels * bits / 8;
        BinaryPrimitives.WriteInt16LittleEndian(format, 1);
        BinaryPrimitives.WriteInt16LittleEndian(format.AsSpan(2), channels);
        BinaryPrimitives.WriteInt32LittleEndian(format.AsSpan(4), perSecond);
        BinaryPrimitives.WriteInt32LittleEndian(format.AsSpan(8), perSecond * perFrame);
        BinaryPrimitives.WriteInt16LittleEndian(format.AsSpan(12), (short)perFrame);
        BinaryPrimitives.WriteInt16LittleEndian(format.AsSpan(14), bits);
        var samples = new byte[(int)(seconds * perSecond) * perFrame];
        for (var i = 0; i + 1 < samples.Length; i += 2)
        {
            BinaryPrimitives.WriteInt16LittleEndian(samples.AsSpan(i), (short)(8000 * Math.Sin(i / 12.0)));
        }

        return Riff("WAVE", [("fmt ", format), .. before, ("data", samples)]);
    }

    private static byte[] Length(int length)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        return bytes;
    }

    private static uint Sum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320 ^ (sum >> 1);
            }
        }

        return ~sum;
    }
}
