using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace ChildFriendly.Web.Pages.Card.Desk;

/// <summary>
/// A QR code (ISO/IEC 18004, level M) as a drawing: its modules as one path, with the quiet zone of four. Drawn by ourselves because two thousand are drawn
/// while somebody waits: what symbols of one size have in common is worked out once, and rows are weighed as numbers.
/// </summary>
public sealed record QrCode(int Size, string Path)
{
    private const int QuietZone = 4;
    private const int ByteMode = 0b0100;

    /// <summary>What a symbol holds of error correction in each block, and in how many blocks, by version from 1. A row of the largest fits into 128 bits.</summary>
    private static readonly (int Correction, int Blocks)[] Versions =
    [
        (10, 1), (16, 1), (26, 1), (18, 2), (24, 2), (16, 4), (18, 4), (22, 4), (22, 5), (26, 5), (30, 5), (22, 8), (22, 9), (24, 9),
        (24, 10), (28, 10), (28, 11), (26, 13), (26, 14), (26, 16), (26, 17), (28, 17), (28, 18), (28, 20), (28, 21), (28, 23), (28, 25),
    ];

    private static readonly ConcurrentDictionary<int, Frame> Frames = new();

    /// <param name="text">An address: ASCII.</param>
    public static QrCode Of(string text)
    {
        var rows = ModulesOf(text);
        var path = new StringBuilder(4096);
        for (var y = 0; y < rows.Length; y++)
        {
            for (var x = 0; x < rows.Length; x++)
            {
                var length = FirstOf(~(rows[y] >> x));
                if (length > 0)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x + QuietZone} {y + QuietZone}h{length}v1h-{length}z");
                    x += length;
                }
            }
        }

        return new QrCode(rows.Length + (2 * QuietZone), path.ToString());
    }

    /// <summary>The dark modules of each row, the leftmost as the lowest bit.</summary>
    public static UInt128[] ModulesOf(string text)
    {
        var content = Encoding.ASCII.GetBytes(text);
        var version = Enumerable.Range(1, Versions.Length).FirstOrDefault(v => content.Length <= RoomOf(v) - (v < 10 ? 2 : 3));
        if (version == 0)
        {
            throw new ArgumentException($"No symbol holds {content.Length} letters.", nameof(text));
        }

        var frame = Frames.GetOrAdd(version, v => new Frame(v));
        var plain = frame.Place(WithCorrection(Written(content, version), version));
        return Enumerable.Range(0, 8).Select(mask => frame.Masked(plain, mask)).MinBy(PenaltyOf)!;
    }

    /// <summary>How many bytes a symbol holds besides error correction.</summary>
    private static int RoomOf(int version) => AllBytesOf(version) - (Versions[version - 1].Correction * Versions[version - 1].Blocks);

    private static int AllBytesOf(int version)
    {
        var modules = (((16 * version) + 128) * version) + 64;
        if (version >= 2)
        {
            var marks = (version / 7) + 2;
            modules -= (((25 * marks) - 10) * marks) - 55;
        }

        return (modules - (version >= 7 ? 36 : 0)) / 8;
    }

    /// <summary>Mode, length, content, an end, and what fills the rest.</summary>
    private static byte[] Written(byte[] content, int version)
    {
        var written = new byte[RoomOf(version)];
        var at = 0;
        Write(ByteMode, 4);
        Write(content.Length, version < 10 ? 8 : 16);
        foreach (var letter in content)
        {
            Write(letter, 8);
        }

        for (var (i, filler) = ((Math.Min(at + 4, written.Length * 8) + 7) / 8, 0xEC); i < written.Length; i++, filler ^= 0xEC ^ 0x11)
        {
            written[i] = (byte)filler;
        }

        return written;

        void Write(int value, int bits)
        {
            while (bits-- > 0)
            {
                written[at / 8] |= (byte)(((value >> bits) & 1) << (7 - (at % 8)));
                at++;
            }
        }
    }

    /// <summary>In blocks, each with its error correction, taken in turns so that a stain touches each a little.</summary>
    private static byte[] WithCorrection(byte[] written, int version)
    {
        var (length, count) = Versions[version - 1];
        var divisor = DivisorOf(length);
        var shortest = written.Length / count;
        var blocks = new List<(byte[] Content, byte[] Correction)>();
        for (var (i, at) = (0, 0); i < count; i++)
        {
            var content = written[at..(at + shortest + (i < count - (written.Length % count) ? 0 : 1))];
            blocks.Add((content, RemainderOf(content, divisor)));
            at += content.Length;
        }

        return
        [
            .. Enumerable.Range(0, shortest + 1).SelectMany(i => blocks.Where(b => i < b.Content.Length).Select(b => b.Content[i])),
            .. Enumerable.Range(0, length).SelectMany(i => blocks.Select(b => b.Correction[i])),
        ];
    }

    /// <summary>Reed and Solomon's generator, without its leading one.</summary>
    private static byte[] DivisorOf(int degree)
    {
        var divisor = new byte[degree];
        divisor[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
            {
                divisor[j] = (byte)(Times(divisor[j], root) ^ (j + 1 < degree ? divisor[j + 1] : 0));
            }

            root = Times(root, 2);
        }

        return divisor;
    }

    private static byte[] RemainderOf(byte[] content, byte[] divisor)
    {
        var rest = new byte[divisor.Length];
        foreach (var letter in content)
        {
            var factor = (byte)(letter ^ rest[0]);
            Array.Copy(rest, 1, rest, 0, rest.Length - 1);
            rest[^1] = 0;
            for (var i = 0; i < rest.Length; i++)
            {
                rest[i] ^= Times(divisor[i], factor);
            }
        }

        return rest;
    }

    /// <summary>In the field of 256 elements, modulo x⁸ + x⁴ + x³ + x² + 1.</summary>
    private static byte Times(byte a, byte b)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * 0x11D) ^ (((b >> bit) & 1) * a);
        }

        return (byte)product;
    }

    /// <summary>How hard it is to read: long runs, blocks, what looks like a corner, and too much of one colour.</summary>
    private static int PenaltyOf(UInt128[] rows)
    {
        var (size, all) = (rows.Length, UInt128.MaxValue >> (128 - rows.Length));
        var (penalty, dark) = (0, 0);
        var columns = new UInt128[size];
        for (var y = 0; y < size; y++)
        {
            dark += CountOf(rows[y]);
            for (var row = rows[y]; row != 0; row &= row - 1)
            {
                columns[FirstOf(row)] |= UInt128.One << y;
            }

            if (y > 0)
            {
                var same = ~(rows[y] ^ rows[y - 1]);
                penalty += 3 * CountOf(same & (same >> 1) & ~(rows[y] ^ (rows[y] >> 1)) & (all >> 1));
            }
        }

        foreach (var line in (UInt128[])[.. rows, .. columns])
        {
            penalty += RunsOf(line, size) + RunsOf(~line & all, size) + (40 * CornersOf(line, size));
        }

        return penalty + (Math.Abs((dark * 20) - (size * size * 10)) / (size * size) * 10);
    }

    private static int CountOf(UInt128 modules) => (int)UInt128.PopCount(modules);

    private static int FirstOf(UInt128 modules) => (int)UInt128.TrailingZeroCount(modules);

    /// <summary>Five of a kind count three, each more one.</summary>
    private static int RunsOf(UInt128 line, int size)
    {
        var fives = line & (line >> 1) & (line >> 2) & (line >> 3) & (line >> 4);
        return CountOf(fives) + (2 * CountOf(fives & ~(fives << 1)));
    }

    private static int CornersOf(UInt128 line, int size)
    {
        var core = line & ~(line >> 1) & (line >> 2) & (line >> 3) & (line >> 4) & ~(line >> 5) & (line >> 6);
        var light = ~line & (~line >> 1) & (~line >> 2) & (~line >> 3);
        return CountOf(core & (light >> 7) & (UInt128.MaxValue >> (128 - (size - 10)))) + CountOf(core & (light << 4) & (UInt128.MaxValue << 4));
    }

    /// <summary>What all symbols of one version share: the marks that are found first, the order of the others, and the masks.</summary>
    private sealed class Frame
    {
        private readonly int size;
        private readonly UInt128[] taken;
        private readonly UInt128[] marks;
        private readonly List<(int X, int Y)> order = [];
        private readonly UInt128[][] masks;

        public Frame(int version)
        {
            size = (4 * version) + 17;
            (taken, marks) = (new UInt128[size], new UInt128[size]);
            for (var i = 0; i < size; i++)
            {
                Mark(6, i, i % 2 == 0);
                Mark(i, 6, i % 2 == 0);
            }

            foreach (var (x, y) in new[] { (3, 3), (size - 4, 3), (3, size - 4) })
            {
                Square(x, y, 4);
            }

            // The small marks, but not where the large ones are.
            var places = PlacesOf(version);
            foreach (var (x, y) in places.SelectMany(x => places.Select(y => (x, y))).Where(p => !((p.x < 8 && (p.y < 8 || p.y > size - 9)) || (p.x > size - 9 && p.y < 8))))
            {
                Square(x, y, 2);
            }

            Name(marks, 0);
            for (var (i, bits) = (0, Protected(version, 12, 0x1F25)); version >= 7 && i < 18; i++)
            {
                Mark(size - 11 + (i % 3), i / 3, ((bits >> i) & 1) == 1);
                Mark(i / 3, size - 11 + (i % 3), ((bits >> i) & 1) == 1);
            }

            for (var right = size - 1; right >= 1; right -= 2)
            {
                right -= right == 6 ? 1 : 0;
                for (var i = 0; i < size * 2; i++)
                {
                    var (x, y) = (right - (i % 2), ((right + 1) & 2) == 0 ? size - 1 - (i / 2) : i / 2);
                    if ((taken[y] >> x & 1) == 0)
                    {
                        order.Add((x, y));
                    }
                }
            }

            masks = [.. Enumerable.Range(0, 8).Select(mask => Enumerable.Range(0, size).Select(y =>
                Enumerable.Range(0, size).Where(x => IsTurned(mask, x, y)).Aggregate(UInt128.Zero, (row, x) => row | (UInt128.One << x)) & ~taken[y]).ToArray())];
        }

        public UInt128[] Place(byte[] bytes)
        {
            var rows = (UInt128[])marks.Clone();
            for (var i = 0; i < bytes.Length * 8; i++)
            {
                rows[order[i].Y] |= (UInt128)((bytes[i / 8] >> (7 - (i % 8))) & 1) << order[i].X;
            }

            return rows;
        }

        public UInt128[] Masked(UInt128[] plain, int mask)
        {
            var rows = new UInt128[size];
            for (var y = 0; y < size; y++)
            {
                rows[y] = plain[y] ^ masks[mask][y];
            }

            Name(rows, mask);
            return rows;
        }

        private static bool IsTurned(int mask, int x, int y) => mask switch
        {
            0 => (x + y) % 2,
            1 => y % 2,
            2 => x % 3,
            3 => (x + y) % 3,
            4 => ((x / 3) + (y / 2)) % 2,
            5 => (x * y % 2) + (x * y % 3),
            6 => ((x * y % 2) + (x * y % 3)) % 2,
            _ => (((x + y) % 2) + (x * y % 3)) % 2,
        } == 0;

        private static int[] PlacesOf(int version)
        {
            if (version == 1)
            {
                return [];
            }

            var count = (version / 7) + 2;
            var step = ((version * 8) + (count * 3) + 5) / ((count * 4) - 4) * 2;
            return [6, .. Enumerable.Range(0, count - 1).Select(i => (4 * version) + 10 - (i * step))];
        }

        /// <summary>A number and its own error correction.</summary>
        private static int Protected(int value, int bits, int divisor)
        {
            var rest = value;
            for (var i = 0; i < bits; i++)
            {
                rest = (rest << 1) ^ ((rest >> (bits - 1)) * divisor);
            }

            return (value << bits) | rest;
        }

        /// <summary>Level and mask, written twice; and one module that is always dark.</summary>
        private void Name(UInt128[] rows, int mask)
        {
            // Level M is written as zero.
            var bits = Protected(mask, 10, 0x537) ^ 0x5412;
            for (var i = 0; i < 15; i++)
            {
                var isDark = ((bits >> i) & 1) == 1;
                var (x, y) = i switch { < 6 => (8, i), 6 => (8, 7), 7 => (8, 8), 8 => (7, 8), _ => (14 - i, 8) };
                Set(rows, x, y, isDark);
                (x, y) = i < 8 ? (size - 1 - i, 8) : (8, size - 15 + i);
                Set(rows, x, y, isDark);
            }

            Set(rows, 8, size - 8, isDark: true);
        }

        /// <summary>Rings around a middle, and a light one around the large.</summary>
        private void Square(int middleX, int middleY, int radius)
        {
            for (var (y, last) = (Math.Max(0, middleY - radius), Math.Min(size - 1, middleY + radius)); y <= last; y++)
            {
                for (var (x, end) = (Math.Max(0, middleX - radius), Math.Min(size - 1, middleX + radius)); x <= end; x++)
                {
                    var ring = Math.Max(Math.Abs(x - middleX), Math.Abs(y - middleY));
                    Mark(x, y, radius == 2 ? ring != 1 : ring is not 2 and not 4);
                }
            }
        }

        private void Mark(int x, int y, bool isDark) => Set(marks, x, y, isDark);

        private void Set(UInt128[] rows, int x, int y, bool isDark)
        {
            taken[y] |= UInt128.One << x;
            rows[y] = isDark ? rows[y] | (UInt128.One << x) : rows[y] & ~(UInt128.One << x);
        }
    }
}
