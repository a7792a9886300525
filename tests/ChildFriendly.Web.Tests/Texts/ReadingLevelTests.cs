using System.Text;
using System.Text.RegularExpressions;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Pages.Shared;
using Xunit;

namespace ChildFriendly.Web.Tests.Texts;

/// <summary>
/// What children read, by the measure that answers to them are held against (<see cref="ReadingLevel"/>).
/// </summary>
public sealed partial class ReadingLevelTests
{
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
        var level = ReadingLevel.Of(string.Join('\n', Blocks(FrontMatter().Replace(markdown, "")).Select(Plain)));
        return (level.Lix, level.WordsPerSentence);
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
}
