using Markdig;

namespace ChildFriendly.Core.Shared;

/// <summary>Text by staff and editors: Markdown without raw HTML, rendered and reduced to an allow-list.</summary>
public sealed class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    private static readonly HtmlAllowList AllowList = new();

    private Prose(string html) => Html = html;

    /// <summary>Safe to write unencoded.</summary>
    public string Html { get; }

    public static Prose Of(string? markdown) => new(AllowList.Sanitize(Markdown.ToHtml(markdown ?? "", Pipeline)));
}
