using ChildFriendly.Core.Shared;
using Xunit;

namespace ChildFriendly.Core.Tests.Shared;

public sealed class TextTests
{
    [Theory]
    [InlineData("ş ţ Ş Ţ", "ș ț Ș Ț")]
    [InlineData("  a\r\nb  ", "a\nb")]
    [InlineData("s\u0326coala\u0306", "școală")]
    [InlineData("a\u202Eb\u200Bc\u0007d\u0000e", "abcde")]
    [InlineData("👨‍👩‍👧 مرحبا", "👨‍👩‍👧 مرحبا")]
    [InlineData("\u00AD", "")]
    [InlineData("cu\u00ADvânt", "cuvânt")]
    [InlineData(" \u200D \u200C ", "")]
    [InlineData("\u3164\u2800\u0301", "")]
    [InlineData("🙂", "🙂")]
    [InlineData("z\u0334\u0335\u0336\u0337\u0338\u0321\u0322a", "z\u0334\u0335\u0336a")]
    [InlineData("?", "?")]
    public void What_is_typed_is_cleaned_without_changing_its_meaning(string typed, string clean) => Assert.Equal(clean, PlainText.Clean(typed));

    [Theory]
    [InlineData("Școală, Țiglă!", "scoala tigla")]
    [InlineData("ŞCOALĂ ţiglă", "scoala tigla")]
    [InlineData("Trecere de pietoni – str. Mărășești 10", "trecere de pietoni str marasesti 10")]
    [InlineData("???", "")]
    public void Searching_ignores_case_diacritics_and_marks(string text, string folded) => Assert.Equal(folded, PlainText.Fold(text));

    [Theory]
    [InlineData("Punem leagăne. Și bănci.", 40, "Punem leagăne")]
    [InlineData("Punem leagăne în toate parcurile", 20, "Punem leagăne în…")]
    [InlineData("Punemleagăneîntoateparcurile", 10, "Punemleag…")]
    [InlineData("Punemlea😀😀😀", 10, "Punemlea…")]
    public void The_beginning_of_a_text_is_its_first_sentence_or_whole_words(string text, int most, string start) => Assert.Equal(start, PlainText.Start(text, most));

    [Fact]
    public void Bytes_that_are_no_text_are_noticed() =>
        Assert.True(PlainText.IsUnreadable(System.Text.Encoding.UTF8.GetString([0x61, 0xFF, 0x62])));

    [Theory]
    [InlineData("**Bun** *venit*", "<p><strong>Bun</strong> <em>venit</em></p>")]
    [InlineData("[loc](/ro/bacau)", "<p><a href=\"/ro/bacau\">loc</a></p>")]
    [InlineData("[sună](tel:119)", "<p><a href=\"tel:119\">sună</a></p>")]
    public void Staff_write_markdown(string markdown, string html) => Assert.Equal(html, Prose.Of(markdown).Html.Trim());

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](data:text/html,<script>alert(1)</script>)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](\\\\evil.example)")]
    [InlineData("<iframe src=https://evil.example></iframe>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    public void No_markup_of_staff_becomes_active(string markdown)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Prose.Of(markdown).Html);

        Assert.Empty(page.QuerySelectorAll("script, img, iframe, svg, style, object"));
        Assert.DoesNotContain(page.QuerySelectorAll("*").SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        var here = new Uri("https://portal.example/ro/bacau");
        Assert.All(page.QuerySelectorAll("a[href]"), a => Assert.Equal(here.Host, new Uri(here, a.GetAttribute("href")).Host));
    }

    [Theory]
    [InlineData("<p onclick=x>a</p>", "<p>a</p>")]
    [InlineData("<div><p>a</p></div>", "<p>a</p>")]
    [InlineData("<svg><script>x</script></svg>a", "a")]
    [InlineData("<a href=\"java\tscript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\" javascript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<math><mtext><a href=https://x.example>a</a></mtext></math>", "")]
    public void The_allow_list_keeps_words_and_drops_the_rest(string html, string left) => Assert.Equal(left, new HtmlAllowList().Sanitize(html));

    [Fact]
    public void Romanian_time_knows_summer_and_winter()
    {
        Assert.Equal(new DateTime(2026, 1, 15, 10, 0, 0), RomanianTime.ToLocal(new DateTime(2026, 1, 15, 8, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(new DateTime(2026, 7, 15, 11, 0, 0), RomanianTime.ToLocal(new DateTime(2026, 7, 15, 8, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(new DateOnly(2026, 1, 16), RomanianTime.DateOf(new DateTime(2026, 1, 15, 22, 30, 0, DateTimeKind.Utc)));
        // 29 March 2026, 03:30 does not exist: the clocks go from three to four.
        Assert.Equal(new DateTime(2026, 3, 29, 1, 30, 0, DateTimeKind.Utc), RomanianTime.FromLocal(new DateTime(2026, 3, 29, 3, 30, 0)));
    }
}
