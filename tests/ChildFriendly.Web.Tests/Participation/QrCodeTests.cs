using ChildFriendly.Web.Pages.Card.Desk;
using QRCoder;
using Xunit;

namespace ChildFriendly.Web.Tests.Participation;

public sealed class QrCodeTests
{
    /// <summary>All versions that we draw, module by module what another program draws.</summary>
    [Fact]
    public void Every_symbol_is_the_one_that_another_program_draws()
    {
        var random = new Random(17);
        for (var length = 1; length <= 1100; length += length < 300 ? 1 : 11)
        {
            // Without digits and capitals, which the other one writes shorter.
            var text = $"h{random.GetString("abcdefghijklmnopqrstuvwxyz:/.#", length)}";
            using var generator = new QRCodeGenerator();
            using var other = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);

            var mine = QrCode.ModulesOf(text);

            // With the quiet zone of four.
            Assert.Equal(other.ModuleMatrix.Count, mine.Length + 8);
            for (var y = 0; y < mine.Length; y++)
            {
                var row = mine[y];
                var drawn = Enumerable.Range(0, mine.Length).Select(x => ((row >> x) & 1) == UInt128.One);
                Assert.True(drawn.SequenceEqual(other.ModuleMatrix[y + 4].Cast<bool>().Skip(4).Take(mine.Length)), $"row {y} of {text}");
            }
        }
    }

    [Fact]
    public void The_drawing_has_a_rectangle_for_every_run_of_dark_modules()
    {
        var modules = QrCode.ModulesOf("https://copii.example.ro/ro/card#ABCD1234EFGH");

        var drawing = QrCode.Of("https://copii.example.ro/ro/card#ABCD1234EFGH");

        var drawn = new UInt128[modules.Length];
        foreach (var part in drawing.Path.Split('M', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = part.Split([' ', 'h', 'v', 'z', '-'], StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray();
            Assert.Equal(0, (int)UInt128.Min(1, drawn[numbers[1] - 4] & (((UInt128.One << numbers[2]) - 1) << (numbers[0] - 4))));
            drawn[numbers[1] - 4] |= ((UInt128.One << numbers[2]) - 1) << (numbers[0] - 4);
        }

        Assert.Equal(modules, drawn);
        Assert.Equal(modules.Length + 8, drawing.Size);
    }
}
