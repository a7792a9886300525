using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Testing;
using ChildFriendly.Web.Texts;
using Xunit;

namespace ChildFriendly.Web.Tests.Texts;

public sealed partial class TextsTests
{
    private static readonly Phrasebook Book = Phrasebook.Load(Portal.FolderOf("localization"));

    public static TheoryData<string> LanguageCodes => [.. Languages.All.Select(l => l.Code).Where(Languages.IsComplete)];

    [Fact]
    public void A_language_for_key_pages_borrows_what_it_does_not_have()
    {
        var romani = new Wording(Book, "rom");

        Assert.All(Book.KeysOf("rom"), key => Assert.True(Book.Has("ro", key), key));
        Assert.Equal(Book.Find("ro", "plan.title").Text, romani["plan.title"]);
        Assert.Equal("3 vòturǎ", romani.Count("consultations.votes", 3));
        Assert.Equal(new Wording(Book, "ro").Count("plan.measure", 3), romani.Count("plan.measure", 3));
    }

    [Fact]
    public async Task What_a_key_page_borrows_is_marked_as_the_language_it_comes_from()
    {
        await using var site = await Site.StartAsync();
        var borrowed = Book.KeysOf("ro").Where(k => !Book.Has("rom", k)).Select(k => Book.Find("ro", k).Text).Where(t => t.Length > 0).ToHashSet();
        var child = await site.Given.ChildAsync();
        foreach (var path in new[] { "/rom", "/rom/help", "/rom/card", "/rom/display", "/rom/pages/rights", "/rom/bacau", "/rom/bacau/consultations" })
        {
            await ShowsNothingBorrowedAsync(site.Guest("rom"), path);
        }

        foreach (var kind in Enum.GetValues<BallotKind>())
        {
            var vote = await site.Given.OpenVoteAsync(kind: kind);
            var reader = await site.Given.SignedInAsync(child, "rom");
            await ShowsNothingBorrowedAsync(reader, "/rom/bacau");
            await ShowsNothingBorrowedAsync(reader, "/rom/bacau/consultations");
            await ShowsNothingBorrowedAsync(reader, $"/rom/bacau/consultations/{vote.Number}");
            await ShowsNothingBorrowedAsync(reader, $"/rom/bacau/consultations/{vote.Number}/vote");
        }

        async Task ShowsNothingBorrowedAsync(Guest guest, string path)
        {
            var page = (await guest.OpenAsync(path)).ShouldHaveStatus(HttpStatusCode.OK);
            Assert.Equal(path, page.Path);
            var texts = page.Document.Body!.Descendants<IText>().Where(t => t.ParentElement!.Closest("[lang]")!.GetAttribute("lang") == "rom").Select(t => t.Text.Trim());
            Assert.DoesNotContain(texts, borrowed.Contains);
        }
    }

    [Theory]
    [MemberData(nameof(LanguageCodes))]
    public void Every_language_has_all_texts_of_those_who_read_it(string lang) => Assert.Equal(
        Book.KeysOf("ro").Where(k => Languages.IsForStaff(lang) || !Phrasebook.IsForStaff(k)).Order(StringComparer.Ordinal),
        Book.KeysOf(lang).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("ro", "few one other")]
    [InlineData("en", "one other")]
    [InlineData("hu", "one other")]
    [InlineData("uk", "few many one other")]
    [InlineData("rom", "one other")]
    public void Every_language_has_its_plural_forms_and_the_same_places_to_fill(string lang, string forms)
    {
        foreach (var key in Book.KeysOf(lang))
        {
            var ro = Book.Find("ro", key);
            var here = Book.Find(lang, key);
            Assert.True(ro.Forms is null == here.Forms is null, key);
            if (here.Forms is null)
            {
                Assert.Equal((key, string.Join(' ', PlacesIn(ro.Text))), (key, string.Join(' ', PlacesIn(here.Text))));
            }
            else
            {
                Assert.Equal(forms, string.Join(' ', here.Forms.Keys.Order(StringComparer.Ordinal)));
                Assert.All(here.Forms.Values, f => Assert.Subset(PlacesIn(ro.Forms!["other"]).ToHashSet(), PlacesIn(f).ToHashSet()));
            }
        }
    }

    [Fact]
    public void Young_texts_stand_beside_the_others_and_are_not_longer()
    {
        foreach (var lang in Languages.All.Select(l => l.Code))
        {
            foreach (var key in Book.KeysOf(lang).Where(k => k.EndsWith("@young", StringComparison.Ordinal)))
            {
                Assert.True(WordsIn(Book.Find(lang, key).Text) <= WordsIn(Book.Find(lang, key[..^"@young".Length]).Text) + 6, $"{lang}: {key}");
            }
        }

        static int WordsIn(string text) => text.Split(' ').Length;
    }

    /// <summary>Another text is another version: its files are written beside these, and the number goes up.</summary>
    [Theory]
    [InlineData("ro")]
    [InlineData("en")]
    [InlineData("hu")]
    [InlineData("uk")]
    [InlineData("rom")]
    public void What_children_say_yes_to_is_kept_word_for_word_under_its_version(string lang)
    {
        var kept = new AssentTexts(Portal.FolderOf("content/assent"));
        foreach (var register in Enum.GetValues<Register>())
        {
            var words = new Wording(Book, lang) { Register = register };
            Assert.Equal(
                [.. Enumerable.Range(1, 4).Select(i => words[$"participation.welcome.what.{i}"]), words["participation.welcome.assent"]],
                kept.Find(Participant.PresentAssentVersion, lang, register));
        }
    }

    [Fact]
    public void What_was_said_yes_to_stays_readable_when_there_is_another_text()
    {
        var folder = Directory.CreateTempSubdirectory("child-friendly-test-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "1"));
        Directory.CreateDirectory(Path.Combine(folder, "2"));
        File.WriteAllText(Path.Combine(folder, "1", "ro.txt"), "Așa era.\nDa.\n");
        File.WriteAllText(Path.Combine(folder, "2", "ro.txt"), "Așa este.\nDa.\n");
        var texts = new AssentTexts(folder);

        Assert.Equal(["Așa era.", "Da."], texts.Find("1", "hu", Register.Older));
        Assert.Equal(["Așa este.", "Da."], texts.Find("2", "ro", Register.Older));
        Assert.Empty(texts.Find("3", "ro", Register.Older));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Words_of_receipts_are_all_different_in_every_language()
    {
        var lists = WordLists.Load(Portal.FolderOf("content/words"));
        foreach (var lang in Languages.All.Select(l => l.Code))
        {
            Assert.Equal(256, Enumerable.Range(0, 256).Select(i => lists.ReceiptOf([(byte)i], lang)).Distinct(StringComparer.OrdinalIgnoreCase).Count());
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

    [Theory]
    [InlineData("ro")]
    [InlineData("en")]
    public void Every_change_and_every_stage_that_is_audited_has_a_name_in_words(string lang)
    {
        var types = typeof(Change).Assembly.GetTypes();
        var changes = types.Where(t => t.IsSubclassOf(typeof(Change)) && !t.IsAbstract).Select(t => $"desk.audit.change.{t.Name}").ToList();
        var stages = types.Where(t => t.IsEnum && t.Name.EndsWith("Stage", StringComparison.Ordinal)).SelectMany(t => Enum.GetNames(t).Select(n => $"stage.{t.Name}.{n}")).ToList();

        Assert.True(changes.Count > 60 && stages.Count > 60);
        Assert.All(changes.Concat(stages), key => Assert.True(Book.Has(lang, key), key));
        Assert.Equal(changes.Order(StringComparer.Ordinal), Book.KeysOf(lang).Where(k => k.StartsWith("desk.audit.change.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_text_is_used()
    {
        var code = string.Join('\n', SourceFiles().Select(File.ReadAllText));
        var enumerated = new Regex(@"^(stage|media\.(reason|stamp|colour)|goal|band|by|role|phase|place|plan\.(source|source-kind|step|check|face|field|framework|proposal\.source|version\.of)|desk\.plan\.(field|need|sheet\.column)|avatar|language|me\.(stage|answer|remark)|next|track\.(stage|print)|told|problem|chain|content|section|cards\.print|desk\.(components|thing)|desk\.audit\.change|consultations\.(face|how|pb)|desk\.consultations\.way|desk\.paper\.how|council\.(source|addressee|contribution\.kind)|program\.recount\.(file|rule)|help\.(line|tell\.who)|staff\.(help-shut|mail\.(SafeguardingAlarm|SafeguardingTest|CertificateEnds|CertificateEndsInTeam|ModerationDigest|InitiativeAnswerDue|InitiativeAnswerLate|RecommendationAnswerDue|RecommendationAnswerLate|PlanDigest|count|need))|desk\.safeguarding\.(origin|alarm|level|act|outcome)|staff\.desk|initiatives\.(reason|filter|sent)|me\.end\.(what|ideas)|staff\.retention\.rule|staff\.data\.(whose|purpose|basis|kept)|staff\.checks\.(kind|about)|staff\.consents\.(scope|form)|moderation\.(reason|hint|left-out|report\.reason)|desk\.screening|desk\.moderation\.(kind|decision|rule|field|done)|participation\.welcome\.what|display\.(register|typeface|spacing|scheme)|program\.(help|translation))\.", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        Assert.All(Book.KeysOf("ro").Select(k => k.Replace("@young", "", StringComparison.Ordinal)).Where(k => !enumerated.IsMatch(k)), key => Assert.True(
            code.Contains($"\"{key}\"", StringComparison.Ordinal)
            || ((key.EndsWith(".hint", StringComparison.Ordinal) || key.EndsWith(".required", StringComparison.Ordinal) || key.EndsWith(".invalid", StringComparison.Ordinal))
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
        Assert.Equal("2026. március 7., 14:05", new Wording(Book, "hu").Moment(new DateTime(2026, 3, 7, 12, 5, 0, DateTimeKind.Utc)));
        Assert.Equal("7 березня 2026", new Wording(Book, "uk").Date(new DateOnly(2026, 3, 7)));
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
