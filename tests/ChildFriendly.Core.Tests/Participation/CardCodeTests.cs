using ChildFriendly.Core.Participation;
using Xunit;

namespace ChildFriendly.Core.Tests.Participation;

public sealed class CardCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void A_code_is_read_in_any_case_with_or_without_separators()
    {
        var code = CardCode.New();

        foreach (var typed in new[]
        {
            code.ToString(), code.Symbols, code.Symbols.ToLowerInvariant(), $"  {code} ", code.ToString().Replace('-', ' '), code.ToString().Replace('-', '–'),
        })
        {
            Assert.Equal(code, CardCode.Read(typed));
        }
    }

    [Fact]
    public void Letters_that_look_like_digits_and_cyrillic_ones_are_folded()
    {
        var code = Enumerable.Range(0, 10_000).Select(_ => CardCode.New()).First(c => c.Symbols.Contains('0') && c.Symbols.Contains('1') && c.Symbols.Contains('A'));

        Assert.Equal(code, CardCode.Read(code.Symbols.Replace('0', 'O').Replace('1', 'l').Replace('A', 'А')));
        Assert.Equal(code, CardCode.Read(code.Symbols.Replace('0', 'о').Replace('1', 'I')));
    }

    [Fact]
    public void Every_single_wrong_symbol_is_found()
    {
        for (var n = 0; n < 20; n++)
        {
            var code = CardCode.New().Symbols;
            for (var i = 0; i < code.Length; i++)
            {
                foreach (var wrong in Alphabet.Where(c => c != code[i]))
                {
                    Assert.Null(CardCode.Read(code[..i] + wrong + code[(i + 1)..]));
                }
            }
        }
    }

    [Fact]
    public void Swapped_neighbours_are_found_unless_their_values_differ_by_sixteen()
    {
        for (var n = 0; n < 200; n++)
        {
            var code = CardCode.New().Symbols;
            for (var i = 0; i < 10; i++)
            {
                var (a, b) = (Alphabet.IndexOf(code[i], StringComparison.Ordinal), Alphabet.IndexOf(code[i + 1], StringComparison.Ordinal));
                var swapped = $"{code[..i]}{code[i + 1]}{code[i]}{code[(i + 2)..]}";

                Assert.Equal(a != b && Math.Abs(a - b) != 16, CardCode.Read(swapped) is null);
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ABCD")]
    [InlineData("ABCD-EFGH-JKMU")]
    [InlineData("ABCD-EFGH-JKMN-PQRS")]
    [InlineData("🎈🎈🎈🎈🎈🎈")]
    [InlineData("'; DROP TABLE cards; --")]
    public void What_is_no_code_is_refused(string? typed) => Assert.Null(CardCode.Read(typed));

    [Fact]
    public void Codes_differ()
    {
        var codes = Enumerable.Range(0, 5_000).Select(_ => CardCode.New().Symbols).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(5_000, codes.Count);
    }
}
