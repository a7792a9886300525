using System.Text.RegularExpressions;
using Xunit;

namespace ChildFriendly.Browser.Tests;

/// <summary>
/// What a screen reader is told about a page, read from the browser's accessibility tree: parts one can jump to, headings that make an
/// outline, and a name for everything that can be used.
/// </summary>
public static partial class ScreenReader
{
    private static readonly HashSet<string> Used = ["link", "button", "textbox", "checkbox", "radio", "combobox", "searchbox", "spinbutton", "slider", "switch", "radiogroup", "region", "dialog"];

    private static readonly HashSet<string> Parts = ["main", "banner", "contentinfo", "navigation", "complementary", "search", "region"];

    public static void Check(string page, string tree)
    {
        var nodes = Node().Matches(tree).Select(m => (Role: m.Groups["role"].Value, Name: m.Groups["name"].Value, Level: m.Groups["level"].Value)).ToList();
        foreach (var one in new[] { "main", "banner", "contentinfo" })
        {
            Assert.True(nodes.Count(n => n.Role == one) == 1, $"{page}: {nodes.Count(n => n.Role == one)} parts are the {one}.\n{tree}");
        }

        var twice = nodes.Where(n => Parts.Contains(n.Role)).GroupBy(n => (n.Role, n.Name)).Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.True(!twice.Any(), $"{page}: parts that sound the same: {string.Join(", ", twice)}\n{tree}");
        var nameless = nodes.Where(n => Used.Contains(n.Role) && n.Name.Length == 0).Select(n => n.Role).ToList();
        Assert.True(nameless.Count == 0, $"{page}: without a name: {string.Join(", ", nameless)}\n{tree}");

        var levels = nodes.Where(n => n.Role == "heading").Select(n => int.Parse(n.Level, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.True(levels.Count(l => l == 1) == 1, $"{page}: {levels.Count(l => l == 1)} headings of the first level.\n{tree}");
        for (var i = levels.IndexOf(1) + 1; i < levels.Count; i++)
        {
            Assert.True(levels[i] <= levels[i - 1] + 1, $"{page}: the outline jumps from {levels[i - 1]} to {levels[i]}.\n{tree}");
        }
    }

    // One line of Playwright's snapshot: - role "name" [level=2]:
    [GeneratedRegex("""^\s*- '?(?<role>[a-z]+)(?: "(?<name>(?:[^"\\]|\\.)*)")?(?:[^\n]*\[level=(?<level>\d)\])?""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Node();
}
