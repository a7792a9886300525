using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation.Media;

public enum PictureType
{
    Jpeg,
    Png,
    Webp,
}

/// <summary>A picture whose container was written anew: nothing of the file that came is in it but what draws it.</summary>
/// <param name="Width">As it is seen, upright.</param>
public sealed record CleanPicture(PictureType Type, byte[] Bytes, int Width, int Height);

/// <summary>Speech whose container was written anew: 16 kHz, one channel, 16 bits.</summary>
public sealed record CleanSound(byte[] Bytes, int Seconds);

/// <summary>
/// What comes as a picture or as speech is recognised by its content only. Containers are walked and written anew from an allow-list; nothing
/// is decoded, and nothing that a header says is believed before it is compared with what is there.
/// </summary>
public static class MediaFiles
{
    public const int MostBytes = 2 * 1024 * 1024;
    public const int LongestSide = 8000;
    public const int MostPixels = 25_000_000;

    /// <summary>The samples of the longest message, and room for the notes that a program may have put beside them.</summary>
    public const int MostSoundBytes = WavFile.MostBytes + (16 * 1024);

    public static readonly Refusal NoPicture = new("media.picture.none");
    public static readonly Refusal PictureTooLarge = new("media.picture.too-large");
    public static readonly Refusal TooManyPixels = new("media.picture.too-many-pixels");
    public static readonly Refusal NotAPicture = new("media.picture.unknown");
    public static readonly Refusal PictureDamaged = new("media.picture.damaged");
    public static readonly Refusal MovingPicture = new("media.picture.moving");
    public static readonly Refusal NoSound = new("media.voice.none");
    public static readonly Refusal SoundTooLong = new("media.voice.too-long");
    public static readonly Refusal OtherSound = new("media.voice.other");
    public static readonly Refusal SoundDamaged = new("media.voice.damaged");

    /// <returns>Why it is not taken; null where it is.</returns>
    public static Refusal? RefuseToTakePicture(ReadOnlySpan<byte> file, out CleanPicture? clean)
    {
        clean = null;
        return file.Length switch
        {
            0 => NoPicture,
            > MostBytes => PictureTooLarge,
            _ when JpegFile.Is(file) => JpegFile.Read(file, out clean),
            _ when PngFile.Is(file) => PngFile.Read(file, out clean),
            _ when WebpFile.Is(file) => WebpFile.Read(file, out clean),
            _ => NotAPicture,
        };
    }

    /// <returns>Why it is not taken; null where it is.</returns>
    public static Refusal? RefuseToTakeSound(ReadOnlySpan<byte> file, out CleanSound? clean)
    {
        clean = null;
        return file.Length == 0 ? NoSound : WavFile.Is(file) ? WavFile.Read(file, out clean) : OtherSound;
    }

    internal static Refusal? RefuseSize(long width, long height) =>
        width < 1 || height < 1 ? PictureDamaged : width > LongestSide || height > LongestSide || width * height > MostPixels ? TooManyPixels : null;
}
