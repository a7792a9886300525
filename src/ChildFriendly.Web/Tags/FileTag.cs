using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildFriendly.Web.Tags;

/// <summary>One file to choose, with its label, hint and error.</summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileTag(Wording texts) : FormTag(texts)
{
    public string Accept { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var hint = HintLine();
        var error = ErrorLine();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field field--error");
        var label = new TagBuilder("label") { Attributes = { ["for"] = FieldId } };
        label.InnerHtml.Append(Named);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["id"] = FieldId, ["name"] = For.Name, ["type"] = "file", ["accept"] = Accept } };
        if (DescribedBy(hint, error) is { } described)
        {
            input.Attributes["aria-describedby"] = described;
        }

        if (error is not null)
        {
            input.Attributes["aria-invalid"] = "true";
        }

        foreach (var part in new[] { label, hint, error, input }.OfType<TagBuilder>())
        {
            output.Content.AppendHtml(part);
        }
    }
}
