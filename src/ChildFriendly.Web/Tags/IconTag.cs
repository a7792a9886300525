using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildFriendly.Web.Tags;

/// <summary>A picture of one of our two sheets. The words beside it say the same, so it is silent for screen readers.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTag : TagHelper
{
    internal const string DefaultSheet = "pictures.svg";

    public string Name { get; set; } = "";

    public string Sheet { get; set; } = DefaultSheet;

    public string Class { get; set; } = "icon";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Draw(ViewContext, Name, Class, Sheet));
    }

    internal static TagBuilder Draw(ViewContext view, string name, string cssClass, string sheet = DefaultSheet)
    {
        var svg = new TagBuilder("svg");
        svg.AddCssClass(cssClass);
        svg.Attributes["aria-hidden"] = "true";
        svg.Attributes["focusable"] = "false";
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{Assets.PathOf(view.HttpContext, sheet)}#{name}";
        svg.InnerHtml.AppendHtml(use);
        return svg;
    }
}
