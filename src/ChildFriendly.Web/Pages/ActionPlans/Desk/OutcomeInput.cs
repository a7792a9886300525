using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>What becomes of a proposal and why, as it is typed.</summary>
public class OutcomeInput
{
    [Required, EnumDataType(typeof(ProposalOutcome))]
    public ProposalOutcome? Outcome { get; set; }

    [Required, StringLength(DebateAnswer.ReasonMaxLength), DataType(DataType.MultilineText)]
    public string Reason { get; set; } = "";

    [Required, StringLength(DebateAnswer.YoungMaxLength), DataType(DataType.MultilineText)]
    public string Young { get; set; } = "";

    [Required, StringLength(Measure.OfficeMaxLength)]
    public string Office { get; set; } = "";
}

/// <summary>A page with the fields of such an answer.</summary>
public interface IHasOutcome
{
    OutcomeInput Input { get; }
}
