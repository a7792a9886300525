using Microsoft.AspNetCore.Mvc.Rendering;

namespace ChildFriendly.Web.Tags;

/// <summary>Parts of pictures that pages cannot write themselves: their own &lt;text&gt; means something else.</summary>
public static class Svg
{
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public static TagBuilder Text(string cssClass, string x, string y, string anchor, string text)
    {
        var tag = new TagBuilder("text") { Attributes = { ["class"] = cssClass, ["x"] = x, ["y"] = y, ["text-anchor"] = anchor } };
        tag.InnerHtml.Append(text);
        return tag;
    }
}
