using System.Collections.Concurrent;
using ChildFriendly.Core.Shared;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ChildFriendly.Web.Texts;

public sealed record ContentPage(string Slug, string Lang, string Title, string Summary, string Html);

/// <summary>Long texts that an editor may change: <c>content/pages/{lang}/{slug}.md</c> with front matter.</summary>
public sealed class ContentPages(string folder)
{
    private readonly ConcurrentDictionary<(string Lang, string Slug, Register Register), ContentPage?> pages = new();

    /// <summary>
    /// The page in this language and register; in the other register where it is written in one only, and in the default language
    /// where the language does not have it (<see cref="ContentPage.Lang"/> says so).
    /// </summary>
    public ContentPage? Find(string lang, string slug, Register register)
    {
        // The slug comes from an address: it must name a file of this folder and nothing else. What nobody wrote is not remembered.
        if (!slug.All(c => char.IsAsciiLetterLower(c) || c == '-') || !Has(Languages.Default, slug))
        {
            return null;
        }

        return pages.GetOrAdd((lang, slug, register), key =>
            (key.Register == Register.Young ? Read(key.Lang, $"{key.Slug}.young", key.Slug) : null)
            ?? Read(key.Lang, key.Slug, key.Slug)
            ?? (key.Lang == Languages.Default ? null : Find(Languages.Default, key.Slug, key.Register)));
    }

    /// <summary>Whether this page is written, in any register.</summary>
    public bool Has(string lang, string slug) => File.Exists(Path.Combine(folder, lang, $"{slug}.md"));

    private ContentPage? Read(string lang, string name, string slug)
    {
        var file = Path.Combine(folder, lang, $"{name}.md");
        if (!File.Exists(file))
        {
            return null;
        }

        var parts = File.ReadAllText(file).Split("---\n", 3);
        var front = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build()
            .Deserialize<FrontMatter>(parts[1]);
        return new ContentPage(slug, lang, front.Title, front.Summary, Prose.Of(parts[2]).Html);
    }

    private sealed class FrontMatter
    {
        public string Title { get; set; } = "";

        public string Summary { get; set; } = "";
    }
}
