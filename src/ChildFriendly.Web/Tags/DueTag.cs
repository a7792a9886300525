using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildFriendly.Web.Tags;

/// <summary>The public clock of an answer that children wait for: how many days are left, or how late it is. Nothing where nothing is due.</summary>
[HtmlTargetElement("due", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DueTag(Wording texts) : TagHelper
{
    public DateOnly? On { get; set; }

    public DateOnly Today { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (AnswerRules.DaysOverdue(On, Today) is { } late)
        {
            output.Attributes.SetAttribute("class", "overdue");
            output.Content.Append(texts.Count("overdue.answer", late));
        }
        else if (AnswerRules.DaysLeft(On, Today) is { } left)
        {
            output.Attributes.SetAttribute("class", "due");
            output.Content.Append(left == 0 ? texts["answer.due.today"] : texts.Count("answer.due.left", left));
        }
        else
        {
            output.SuppressOutput();
        }
    }
}
