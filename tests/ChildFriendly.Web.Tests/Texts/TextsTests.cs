using System.Reflection;
using System.Text.RegularExpressions;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Texts;
using Xunit;

namespace ChildFriendly.Web.Tests.Texts;

public sealed partial class TextsTests
{
    private static readonly Phrasebook Book = Phrasebook.Load(Portal.FolderOf("localization"));

    [Fact]
    public void All_languages_have_the_same_texts() => Assert.Equal(Book.KeysOf("ro").Order(StringComparer.Ordinal), Book.KeysOf("en").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_language_has_its_plural_forms_and_the_same_places_to_fill()
    {
        foreach (var key in Book.KeysOf("ro"))
        {
            var ro = Book.Find("ro", key);
            var en = Book.Find("en", key);
            Assert.Equal(ro.Forms is null, en.Forms is null);
            if (ro.Forms is not null)
            {
                Assert.Equal(["few", "one", "other"], ro.Forms.Keys.Order(StringComparer.Ordinal));
                Assert.Equal(["one", "other"], en.Forms!.Keys.Order(StringComparer.Ordinal));
            }
            else
            {
                Assert.Equal(PlacesIn(ro.Text), PlacesIn(en.Text));
            }
        }
    }

    [Fact]
    public void Every_refusal_can_be_said()
    {
        var refusals = typeof(Refusal).Assembly.GetTypes().SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Where(f => f.FieldType == typeof(Refusal)).Select(f => ((Refusal)f.GetValue(null)!).Key).ToList();

        Assert.True(refusals.Count > 30);
        Assert.All(refusals, key => Assert.True(Book.Has("ro", key), key));
    }

    [Fact]
    public void Every_text_is_used()
    {
        var code = string.Join('\n', SourceFiles().Select(File.ReadAllText));
        var enumerated = new Regex(@"^(stage|goal|band|by|role|phase|place|avatar|language|me\.stage|next|told|problem|chain|content|section|help\.line|staff\.desk|initiatives\.(reason|filter|sent)|moderation\.reason|desk\.moderation\.(kind|decision|rule)|participation\.welcome\.what|program\.help)\.", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        Assert.All(Book.KeysOf("ro").Where(k => !enumerated.IsMatch(k)), key => Assert.True(
            code.Contains($"\"{key}\"", StringComparison.Ordinal)
            || ((key.EndsWith(".hint", StringComparison.Ordinal) || key.EndsWith(".required", StringComparison.Ordinal))
                && code.Contains($"\"{key[..key.LastIndexOf('.')]}\"", StringComparison.Ordinal)),
            $"'{key}' is not used anywhere."));
    }

    [Fact]
    public void Every_text_that_a_page_names_exists()
    {
        foreach (var file in SourceFiles())
        {
            foreach (Match match in NamedKeys().Matches(File.ReadAllText(file)))
            {
                Assert.True(Book.Has("ro", match.Groups["key"].Value), $"{Path.GetFileName(file)}: {match.Groups["key"].Value}");
            }
        }
    }

    [Fact]
    public void Romanian_letters_have_a_comma_below()
    {
        foreach (var file in Directory.EnumerateFiles(Portal.FolderOf("content"), "*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Portal.FolderOf("localization"))))
        {
            Assert.True(!File.ReadAllText(file).AsSpan().ContainsAny("şŞţŢ"), $"Cedilla in {file}");
        }
    }

    // CLDR 48: facts that must hold for the numbers that go wrong.
    [Theory]
    [InlineData("ro", 0, "few")]
    [InlineData("ro", 1, "one")]
    [InlineData("ro", 2, "few")]
    [InlineData("ro", 19, "few")]
    [InlineData("ro", 20, "other")]
    [InlineData("ro", 21, "other")]
    [InlineData("ro", 100, "other")]
    [InlineData("ro", 101, "few")]
    [InlineData("ro", 119, "few")]
    [InlineData("ro", 120, "other")]
    [InlineData("en", 0, "other")]
    [InlineData("en", 1, "one")]
    [InlineData("hu", 1, "one")]
    [InlineData("uk", 1, "one")]
    [InlineData("uk", 2, "few")]
    [InlineData("uk", 5, "many")]
    [InlineData("uk", 11, "many")]
    [InlineData("uk", 21, "one")]
    [InlineData("uk", 112, "many")]
    public void Plurals_follow_cldr(string lang, long n, string category) => Assert.Equal(category, Plurals.CategoryOf(lang, n));

    [Fact]
    public void Numbers_and_dates_are_written_as_the_language_does()
    {
        var ro = new Wording(Book, "ro");
        var en = new Wording(Book, "en");

        Assert.Equal("1 vot|2 voturi|20 de voturi|101 voturi|1.234 de voturi", string.Join('|', new[] { 1, 2, 20, 101, 1234 }.Select(n => ro.Count("consultations.votes", n))));
        Assert.Equal("1 vote|0 votes", string.Join('|', new[] { 1, 0 }.Select(n => en.Count("consultations.votes", n))));
        Assert.Equal("7 martie 2026", ro.Date(new DateOnly(2026, 3, 7)));
        Assert.Equal("7 March 2026", en.Date(new DateOnly(2026, 3, 7)));
        Assert.Equal("7 martie 2026, 14:05", ro.Moment(new DateTime(2026, 3, 7, 12, 5, 0, DateTimeKind.Utc)));
        Assert.Equal("1.500\u00A0lei", ro.Lei(150_000));
        Assert.Equal(["Bacău", "Sibiu", "Șercaia", "Tulcea", "Țăndărei"], new[] { "Țăndărei", "Șercaia", "Tulcea", "Bacău", "Sibiu" }.Order(ro.Order));
    }

    private static List<string> PlacesIn(string text) => Places().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal).ToList();

    /// <summary>The sources beside the tests: found from the solution upwards of the test program.</summary>
    private static IEnumerable<string> SourceFiles()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ChildFriendly.sln")))
        {
            folder = folder.Parent!;
        }

        return new[] { "*.cs", "*.cshtml" }.SelectMany(p => Directory.EnumerateFiles(Path.Combine(folder.FullName, "src"), p, SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Places();

    [GeneratedRegex("""(?:T\[|T\.Count\(|words\[|\btext=|CannotStartException\()"(?<key>[a-z][a-z0-9.-]+\.[A-Za-z0-9.-]+)["]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedKeys();
}
