using System.Buffers.Binary;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation.Media;

/// <summary>
/// WebP (RFC 9649): kept are the picture and its transparency; the head that announces more is written afresh where it is needed for
/// transparency or for which way is up. A moving one is refused.
/// </summary>
internal static class WebpFile
{
    private const byte HasAlpha = 0x10;
    private const byte HasExif = 0x08;
    private const byte Moves = 0x02;

    public static bool Is(ReadOnlySpan<byte> file) => RiffChunks.Is(file, "WEBP"u8);

    public static Refusal? Read(ReadOnlySpan<byte> file, out CleanPicture? clean)
    {
        clean = null;
        var chunks = new RiffChunks(file);
        if (chunks.Said > file.Length)
        {
            return MediaFiles.PictureDamaged;
        }

        ReadOnlySpan<byte> picture = default, alpha = default;
        var (isExtended, isLossless, width, height, canvas, orientation, isFirst) = (false, false, 0, 0, (Width: 0, Height: 0), Orientation.Upright, true);
        while (chunks.Next())
        {
            if (chunks.IsCut)
            {
                return MediaFiles.PictureDamaged;
            }

            var content = chunks.Content;
            switch (chunks.Kind)
            {
                case "VP8X" when isFirst && content.Length == 10:
                    if ((content[0] & Moves) != 0)
                    {
                        return MediaFiles.MovingPicture;
                    }

                    isExtended = true;
                    canvas = (1 + ReadInt24(content[4..]), 1 + ReadInt24(content[7..]));
                    if (MediaFiles.RefuseSize(canvas.Width, canvas.Height) is { } canvasTooLarge)
                    {
                        return canvasTooLarge;
                    }

                    break;
                case "ANIM" or "ANMF":
                    return MediaFiles.MovingPicture;
                case "ALPH" when isExtended && picture.IsEmpty && alpha.IsEmpty && content.Length > 1:
                    alpha = content;
                    break;
                case "VP8 " when picture.IsEmpty:
                    if (!IsLossy(content, out width, out height))
                    {
                        return MediaFiles.PictureDamaged;
                    }

                    picture = content;
                    break;
                case "VP8L" when picture.IsEmpty && alpha.IsEmpty:
                    if (!IsLossless(content, out width, out height))
                    {
                        return MediaFiles.PictureDamaged;
                    }

                    picture = content;
                    isLossless = true;
                    break;
                case "EXIF":
                    orientation = Orientation.Read(content.StartsWith("Exif\0\0"u8) ? content[6..] : content);
                    break;
                case "VP8X" or "ALPH" or "VP8 " or "VP8L":
                    return MediaFiles.PictureDamaged;
            }

            isFirst = false;
        }

        if (picture.IsEmpty || chunks.IsCut || (isExtended && canvas != (width, height)))
        {
            return MediaFiles.PictureDamaged;
        }

        if (MediaFiles.RefuseSize(width, height) is { } tooLarge)
        {
            return tooLarge;
        }

        var isTurned = Orientation.IsTurned(orientation);
        var whole = Assemble(picture, alpha, isLossless, width, height, orientation);
        clean = new CleanPicture(PictureType.Webp, whole, isTurned ? height : width, isTurned ? width : height);
        return null;
    }

    private static byte[] Assemble(ReadOnlySpan<byte> picture, ReadOnlySpan<byte> alpha, bool isLossless, int width, int height, int orientation)
    {
        var kept = new MemoryStream(picture.Length + alpha.Length + 96);
        var isTurned = orientation != Orientation.Upright;
        if (isTurned || !alpha.IsEmpty)
        {
            // In the other kind the picture itself says whether it has transparency.
            var isSeeThrough = !alpha.IsEmpty || (isLossless && (picture[4] & 0x10) != 0);
            Span<byte> head = stackalloc byte[10];
            head.Clear();
            head[0] = (byte)((isSeeThrough ? HasAlpha : 0) | (isTurned ? HasExif : 0));
            WriteInt24(head[4..], width - 1);
            WriteInt24(head[7..], height - 1);
            RiffChunks.Write(kept, "VP8X"u8, head);
        }

        if (!alpha.IsEmpty)
        {
            RiffChunks.Write(kept, "ALPH"u8, alpha);
        }

        RiffChunks.Write(kept, isLossless ? "VP8L"u8 : "VP8 "u8, picture);
        if (isTurned)
        {
            RiffChunks.Write(kept, "EXIF"u8, Orientation.Write(orientation));
        }

        return RiffChunks.Whole("WEBP"u8, kept);
    }

    /// <summary>The head of a key frame (RFC 6386, 9.1).</summary>
    private static bool IsLossy(ReadOnlySpan<byte> content, out int width, out int height)
    {
        (width, height) = (0, 0);
        if (content.Length < 11 || (content[0] & 1) != 0 || (content[0] >> 1 & 7) > 3 || content[3..6] is not [0x9D, 0x01, 0x2A] || ReadInt24(content) >> 5 > content.Length - 10)
        {
            return false;
        }

        (width, height) = (BinaryPrimitives.ReadUInt16LittleEndian(content[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(content[8..]) & 0x3FFF);
        return true;
    }

    private static bool IsLossless(ReadOnlySpan<byte> content, out int width, out int height)
    {
        (width, height) = (0, 0);
        if (content.Length < 6 || content[0] != 0x2F || BinaryPrimitives.ReadUInt32LittleEndian(content[1..]) is var head && head >> 29 != 0)
        {
            return false;
        }

        var sizes = BinaryPrimitives.ReadUInt32LittleEndian(content[1..]);
        (width, height) = (1 + (int)(sizes & 0x3FFF), 1 + (int)(sizes >> 14 & 0x3FFF));
        return true;
    }

    private static int ReadInt24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;

    private static void WriteInt24(Span<byte> bytes, int value) => (bytes[0], bytes[1], bytes[2]) = ((byte)value, (byte)(value >> 8), (byte)(value >> 16));
}
