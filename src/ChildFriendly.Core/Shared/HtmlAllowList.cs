using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ChildFriendly.Core.Shared;

/// <summary>
/// Reduces HTML to allowed elements, attributes and link schemes. Same surface as the HtmlSanitizer package, which could replace it.
/// </summary>
public sealed class HtmlAllowList
{
    public ISet<string> AllowedTags { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "p", "br", "strong", "em", "a", "ul", "ol", "li", "h1", "h2", "h3", "h4", "blockquote", "hr", "code", "pre",
        "table", "thead", "tbody", "tr", "th", "td", "del",
    };

    public ISet<string> AllowedAttributes { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "lang", "start" };

    public ISet<string> AllowedSchemes { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" };

    public string Sanitize(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var element in body.QuerySelectorAll("*").Reverse())
        {
            if (!AllowedTags.Contains(element.LocalName) || element.NamespaceUri != NamespaceNames.HtmlUri)
            {
                Unwrap(element);
                continue;
            }

            foreach (var attribute in element.Attributes.ToList())
            {
                if (!AllowedAttributes.Contains(attribute.Name) || (attribute.Name == "href" && !IsAllowedLink(attribute.Value)))
                {
                    element.RemoveAttribute(attribute.NamespaceUri, attribute.LocalName);
                }
            }
        }

        return body.InnerHtml;
    }

    private static void Unwrap(IElement element)
    {
        // What is inside these is code or another document, never words for a reader.
        if (element.LocalName is not ("script" or "style" or "iframe" or "object" or "svg" or "math" or "template" or "noscript" or "textarea"))
        {
            element.Before(element.ChildNodes.ToArray());
        }

        element.Remove();
    }

    private bool IsAllowedLink(string link)
    {
        if (link.StartsWith("//", StringComparison.Ordinal) || link.Contains('\\', StringComparison.Ordinal))
        {
            return false;
        }

        var colon = link.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || link.AsSpan(0, colon).ContainsAny('/', '?', '#') || AllowedSchemes.Contains(link[..colon]);
    }
}
