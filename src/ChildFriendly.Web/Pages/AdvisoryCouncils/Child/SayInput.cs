using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Child;

/// <summary>A few sentences to the council.</summary>
public sealed class SayInput
{
    /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
    public Guid FormId { get; set; } = RandomId.New();

    public ContributionKind Kind { get; set; } = ContributionKind.Comment;

    [Required, StringLength(CouncilContribution.TextMaxLength), DataType(DataType.MultilineText)]
    public string Text { get; set; } = "";
}
