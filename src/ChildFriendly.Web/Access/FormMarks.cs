using System.Security.Cryptography;
using ChildFriendly.Core.Participation;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ChildFriendly.Web.Access;

/// <summary>
/// Every form knows for whom it was drawn, as a mark that tells nothing: what one child has typed is never shown to the next one at the
/// same device.
/// </summary>
public sealed class FormMarks(CardPepper pepper, IHttpContextAccessor http)
{
    public const string Field = "__for";

    /// <summary>The mark of whoever is signed in; empty when nobody is.</summary>
    public string OfVisitor => http.HttpContext?.User is { } user && (user.CardId() ?? user.StaffId()) is { } id ? pepper.MarkOf(id) : "";

    public bool IsOfVisitor(IFormCollection form) =>
        CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(form[Field].ToString()), System.Text.Encoding.UTF8.GetBytes(OfVisitor));
}

[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class MarkedFormTag(FormMarks marks) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (marks.OfVisitor is { Length: > 0 } mark)
        {
            output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{FormMarks.Field}\" value=\"{mark}\">");
        }
    }
}
