using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>With what a plan was adopted, as it is typed.</summary>
public class DecisionInput
{
    [StringLength(ActionPlan.DecisionNumberMaxLength)]
    public string? DecisionNumber { get; set; }

    public DateOnly? DecidedOn { get; set; }

    /// <summary>An address elsewhere over https, or a page of this portal.</summary>
    [StringLength(ActionPlan.DecisionLinkMaxLength), RegularExpression(@"https://[^\s<>""]+|/[^/\\\s<>""][^\\\s<>""]*")]
    public string? DecisionLink { get; set; }

    /// <summary>A method: properties are read before the form is known to be valid. Null where no day is named.</summary>
    public CouncilDecision? Decision() => DecidedOn is { } on ? new CouncilDecision(DecisionNumber ?? "", on, DecisionLink ?? "") : null;
}

/// <summary>A page with the fields of a council's decision.</summary>
public interface IHasDecision
{
    DecisionInput Input { get; }
}
