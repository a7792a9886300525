using System.Text;
using System.Text.RegularExpressions;
using ChildFriendly.Web.Pages.Shared;
using Xunit;

namespace ChildFriendly.Web.Tests.Texts;

/// <summary>
/// LIX (Björnsson): words per sentence plus the percentage of words longer than six letters. There is no Romanian calibration; the
/// targets are our own: 6–10 at most 25 with at most ten words a sentence, 11–17 at most 35, adults at most 45.
/// </summary>
public sealed partial class ReadingLevelTests
{
    private const int LongWord = 6;

    /// <summary>Texts that cannot be simpler, with the reason.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal);

    public static TheoryData<string, string> ChildrensPages => new(
        from lang in new[] { "ro", "en" } from slug in Sections.ForChildren.Append("help") from name in new[] { slug, $"{slug}.young" } select (lang, name));

    [Theory]
    [MemberData(nameof(ChildrensPages))]
    public void Childrens_pages_are_as_simple_as_they_promise(string lang, string name)
    {
        var (lix, wordsPerSentence) = LixOf(File.ReadAllText(Path.Combine(Portal.FolderOf("content/pages"), lang, $"{name}.md")));

        var isYoung = name.EndsWith(".young", StringComparison.Ordinal);
        Assert.True(lix <= (isYoung ? 25 : 35) || Exceptions.ContainsKey($"{lang}/{name}"), $"LIX {lix:F1}");
        Assert.True(!isYoung || wordsPerSentence <= 10, $"{wordsPerSentence:F1} words a sentence");
    }

    [Fact]
    public void The_measure_counts_as_it_is_defined()
    {
        // Björnsson's formula by hand: 2 sentences, 10 words ("s-a" is two), 3 of them longer than six letters: 10/2 + 100·3/10.
        var (lix, wordsPerSentence) = LixOf("---\ntitle: x\n---\nPrimăria s-a uitat la idee. Tu **povestești** mai departe.");

        Assert.Equal((35.0, 5.0), (lix, wordsPerSentence));
    }

    private static (double Lix, double WordsPerSentence) LixOf(string markdown)
    {
        double sentences = 0, words = 0, longWords = 0;
        foreach (var block in Blocks(FrontMatter().Replace(markdown.Normalize(NormalizationForm.FormC), "")))
        {
            foreach (var sentence in SentenceEnd().Split(Plain(block)))
            {
                var found = Word().Matches(sentence);
                sentences += found.Count > 0 ? 1 : 0;
                words += found.Count;
                longWords += found.Count(w => w.Value.Count(char.IsLetter) > LongWord);
            }
        }

        return ((words / sentences) + (100 * longWords / words), words / sentences);
    }

    /// <summary>Headings, list items and paragraphs, each on its own.</summary>
    private static IEnumerable<string> Blocks(string markdown)
    {
        var current = new StringBuilder();
        foreach (var line in markdown.Split('\n').Select(l => l.Trim()).Append(""))
        {
            var mark = BlockMark().Match(line);
            if ((line.Length == 0 || mark.Success) && current.Length > 0)
            {
                yield return current.ToString();
                current.Clear();
            }

            if (mark.Success && mark.Value[0] == '#')
            {
                yield return line[mark.Length..];
            }
            else if (line.Length > 0)
            {
                current.Append(line.AsSpan(mark.Length)).Append(' ');
            }
        }
    }

    private static string Plain(string text) => Emphasis().Replace(Link().Replace(text, "${text}"), "");

    [GeneratedRegex(@"\A---\n.*?\n---\n", RegexOptions.Singleline, 1000)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^(?:#{1,6}|[-*+]|\d+[.)])\s+", RegexOptions.None, 1000)]
    private static partial Regex BlockMark();

    [GeneratedRegex(@"!?\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("[*_`]+", RegexOptions.None, 1000)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"(?<=[.!?…])[”""’'»)\]]*(?=\s|$)", RegexOptions.None, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
