using System.Text.Json;
using ChildFriendly.Core.Moderation.Screening;
using ChildFriendly.Testing.Screening;
using Xunit;

namespace ChildFriendly.Core.Tests.Moderation;

public class ScreeningTests
{
    private static readonly string Lists = Path.Combine(AppContext.BaseDirectory, "content", "screening");
    private static readonly Screener Screener = Screener.Load(Lists);

    [Fact]
    public void Personal_data_is_found_in_at_least_95_of_100_places_and_nine_of_ten_flags_are_right()
    {
        var marks = MarkedText.Personal.SelectMany(t => t.Marks.Select(m => Flags(t).Exists(f => f.Kind == m.Kind && f.Start < m.End && m.Start < f.End))).ToList();
        var flags = MarkedText.Personal.SelectMany(t => Flags(t).Select(f => t.Marks.Any(m => f.Start < m.End && m.Start < f.End))).ToList();

        Assert.InRange(Share(marks), 0.95, 1);
        Assert.InRange(Share(flags), 0.90, 1);
    }

    [Fact]
    public void A_child_that_is_harmed_is_noticed_in_at_least_95_of_100_texts() =>
        Assert.InRange(Share([.. MarkedText.Concerns.Select(t => Screener.Screen(t.Lang, t.Text).Concern is not null)]), 0.95, 1);

    [Fact]
    public void What_kind_of_harm_it_is_is_told_right_in_nine_of_ten_texts() =>
        Assert.InRange(Share([.. MarkedText.Concerns.Select(t => NameOf(Screener.Screen(t.Lang, t.Text).Concern) == t.Concern)]), 0.90, 1);

    [Fact]
    public void Insults_are_found_in_at_least_95_of_100_texts() =>
        Assert.InRange(Share([.. MarkedText.Insults.Select(t => Screener.Screen(t.Lang, t.Text).Flags.Any(f => f.Kind == FlagKind.Insult))]), 0.95, 1);

    [Fact]
    public void Innocent_texts_have_no_flag_and_no_concern() =>
        Assert.All(MarkedText.Innocent, t =>
        {
            var result = Screener.Screen(t.Lang, t.Text);
            Assert.Empty(result.Flags.Select(f => $"{f.Kind} {t.Text.Substring(f.Start, f.Length)}"));
            Assert.Null(result.Concern);
        });

    [Theory]
    [InlineData("Sunați la 112, la 119 sau la 116 111.")]
    [InlineData("Linia gratuită 0800 500 321 ajută copiii.")]
    [InlineData("Sunt rom și vreau un parc.")]
    [InlineData("Cigány vagyok és szeretek énekelni.")]
    [InlineData("Pe strada Mihai Eminescu lipsesc 12 felinare.")]
    public void Short_numbers_places_and_who_somebody_is_are_nothing_to_flag(string text) => Assert.DoesNotContain(Screener.Screen("ro", text).Flags, f => f.Kind != FlagKind.Language);

    [Theory]
    [InlineData("1630615123457", true)]
    [InlineData("1630615123458", false)]
    [InlineData("1631315123457", false)]
    [InlineData("163061512345", false)]
    public void A_personal_code_proves_itself(string digits, bool isCode) => Assert.Equal(isCode, IdentityNumbers.IsCnp(digits));

    [Theory]
    [InlineData("GB82WEST12345698765432", true)]
    [InlineData("GB82WEST12345698765433", false)]
    [InlineData("GB82WEST1234569876543", false)]
    [InlineData("ZZ82WEST12345698765432", false)]
    public void An_account_proves_itself(string signs, bool isAccount) => Assert.Equal(isAccount, IdentityNumbers.IsIban(signs));

    [Theory]
    [InlineData("4111111111111111", true)]
    [InlineData("4111111111111112", false)]
    [InlineData("0000000000000000", false)]
    public void A_card_proves_itself(string digits, bool isCard) => Assert.Equal(isCard, IdentityNumbers.IsCard(digits));

    [Theory]
    [InlineData("😀 nr 0745 318 204", "0745 318 204")]
    [InlineData("e\u0301 0745 318 204", "0745 318 204")]
    [InlineData("\u200Btel: 0745\u00A0318\u00A0204!", "0745\u00A0318\u00A0204")]
    public void Places_are_counted_in_the_text_as_it_was_written(string text, string number)
    {
        var flag = Assert.Single(Screener.Screen("ro", text).Flags);

        Assert.Equal(number, text.Substring(flag.Start, flag.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uD83D")]
    [InlineData("@")]
    [InlineData(".:")]
    [InlineData("Dați-mi un www. și un http:// și un @ și 0")]
    [InlineData("*** $$ 1!1!1 @@@ ###")]
    public void Scraps_of_text_are_read_without_trouble(string text) => Assert.Null(Screener.Screen("ro", text).Concern);

    [Fact]
    public void Shouting_and_saying_it_again_and_again_are_flagged()
    {
        Assert.Contains(Screener.Screen("ro", "VREM PARC NOU ACUM IMEDIAT!!!").Flags, f => f.Kind == FlagKind.Caps);
        Assert.Contains(Screener.Screen("ro", "Vrem parc nou! Vrem parc nou! Vrem parc nou!").Flags, f => f.Kind == FlagKind.Copy);
    }

    [Fact]
    public void A_text_in_another_language_than_stated_is_flagged() =>
        Assert.Contains(Screener.Screen("ro", "We want more trees near the school because it is very hot in the summer.").Flags, f => f.Kind == FlagKind.Language);

    [Fact]
    public void What_was_sent_before_is_a_copy_also_with_a_word_changed()
    {
        var earlier = Screener.FingerprintOf("Vreau un teren de baschet nou lângă școală, cu lumini și bănci, ca să putem juca și seara.");

        Assert.Contains(Screener.Screen("ro", "vreau un teren de baschet nou langa scoala, cu lumini si banci, ca sa putem juca si noaptea", [earlier]).Flags, f => f.Kind == FlagKind.Copy);
        Assert.DoesNotContain(Screener.Screen("ro", "Vreau un bazin de înot pentru toți copiii din cartier.", [earlier]).Flags, f => f.Kind == FlagKind.Copy);
    }

    [Fact]
    public void A_locality_adds_words_of_its_own_and_a_mistake_in_them_is_named()
    {
        var own = Directory.CreateTempSubdirectory();
        try
        {
            var list = Path.Combine(Directory.CreateDirectory(Path.Combine(own.FullName, "ro")).FullName, "own.txt");
            File.WriteAllText(list, "[insult]\ntrăncălău*\n");
            Assert.Contains(Screener.Load(Lists, own.FullName).Screen("ro", "Trancalaule!").Flags, f => f.Kind == FlagKind.Insult);

            File.WriteAllText(list, "[insult]\nbun\n[nothing-known]\n");
            Assert.Contains("line 3", Assert.Throws<InvalidDataException>(() => Screener.Load(Lists, own.FullName)).Message, StringComparison.Ordinal);
        }
        finally
        {
            own.Delete(recursive: true);
        }
    }

    [Fact]
    public void Many_at_once_find_what_one_finds()
    {
        var texts = MarkedText.Personal.Concat(MarkedText.Concerns).Concat(MarkedText.Insults).ToList();
        var alone = texts.ConvertAll(t => Describe(t));

        Assert.Equal(alone, texts.AsParallel().AsOrdered().Select(Describe));
    }

    private static string Describe(MarkedText t)
    {
        var result = Screener.Screen(t.Lang, t.Text);
        return $"{string.Join(' ', result.Flags)} {result.Concern}";
    }

    private static List<Mark> Flags(MarkedText text) =>
        [.. Screener.Screen(text.Lang, text.Text).Flags.Select(f => new Mark(NameOf(f.Kind)!, f.Start, f.End)).Where(f => f.Kind is not ("insult" or "caps" or "copy" or "language"))];

    private static string? NameOf(Enum? kind) => kind is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private static double Share(List<bool> right) => right.Count(r => r) / (double)right.Count;
}
