using System.Collections.Concurrent;
using ChildFriendly.Core.Shared;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ChildFriendly.Web.Texts;

public sealed record ContentPage(string Slug, string Lang, string Title, string Summary, string Html);

/// <summary>Long texts that an editor may change: <c>content/pages/{lang}/{slug}.md</c> with front matter.</summary>
public sealed class ContentPages(string folder)
{
    private readonly ConcurrentDictionary<(string Lang, string Slug), ContentPage?> pages = new();

    public ContentPage? Find(string lang, string slug) => pages.GetOrAdd((lang, slug), key => Read(key.Lang, key.Slug));

    private ContentPage? Read(string lang, string slug)
    {
        // The slug comes from an address: it must name a file of this folder and nothing else.
        var file = Path.Combine(folder, lang, $"{slug}.md");
        if (!slug.All(c => char.IsAsciiLetterLower(c) || c == '-') || !File.Exists(file))
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
