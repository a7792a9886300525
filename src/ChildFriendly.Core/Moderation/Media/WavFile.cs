using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation.Media;

/// <summary>WAV as our recorder writes it: 16 kHz, one channel, 16 bits, up to 90 seconds. Kept are the samples; the head is written afresh.</summary>
internal static class WavFile
{
    public const int MostSeconds = 90;
    public const int MostBytes = MostSeconds * BytesPerSecond;

    private const int PerSecond = 16_000;
    private const int BytesPerSample = 2;
    private const int BytesPerSecond = PerSecond * BytesPerSample;
    private const int Pcm = 1;

    private static ReadOnlySpan<byte> Format => [Pcm, 0, 1, 0, PerSecond & 0xFF, PerSecond >> 8, 0, 0, BytesPerSecond & 0xFF, BytesPerSecond >> 8, 0, 0, BytesPerSample, 0, 8 * BytesPerSample, 0];

    public static bool Is(ReadOnlySpan<byte> file) => RiffChunks.Is(file, "WAVE"u8);

    public static Refusal? Read(ReadOnlySpan<byte> file, out CleanSound? clean)
    {
        clean = null;
        var hasFormat = false;
        for (var chunks = new RiffChunks(file); chunks.Next();)
        {
            switch (chunks.Kind)
            {
                case "fmt ":
                    // 18 bytes are the same with "and nothing more" at the end.
                    if (hasFormat || chunks.IsCut || chunks.Length is not (16 or 18) || !chunks.Content.StartsWith(Format) || chunks.Content[16..].ContainsAnyExcept((byte)0))
                    {
                        return MediaFiles.OtherSound;
                    }

                    hasFormat = true;
                    break;
                case "data" when hasFormat:
                    if (chunks.Length > MostBytes)
                    {
                        return MediaFiles.SoundTooLong;
                    }

                    if (chunks.IsCut || chunks.Said > file.Length || chunks.Length % BytesPerSample != 0)
                    {
                        return MediaFiles.SoundDamaged;
                    }

                    if (chunks.Length == 0)
                    {
                        return MediaFiles.NoSound;
                    }

                    clean = Assemble(chunks.Content);
                    return null;
                case "data":
                    return MediaFiles.SoundDamaged;
            }
        }

        return MediaFiles.SoundDamaged;
    }

    private static CleanSound Assemble(ReadOnlySpan<byte> samples)
    {
        var kept = new MemoryStream(samples.Length + 64);
        RiffChunks.Write(kept, "fmt "u8, Format);
        RiffChunks.Write(kept, "data"u8, samples);
        return new CleanSound(RiffChunks.Whole("WAVE"u8, kept), (samples.Length + BytesPerSecond - 1) / BytesPerSecond);
    }
}
