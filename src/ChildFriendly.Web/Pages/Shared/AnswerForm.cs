using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ChildFriendly.Web.Pages.Shared;

/// <summary>The page on which an answer to children is written: to an idea and to a recommendation by the same fields (<c>_AnswerFields</c>).</summary>
public interface IAnswerPage
{
    AnswerInput Input { get; }

    /// <summary>An idea always gets a reason of the fixed list; a recommendation where one fits.</summary>
    bool NeedsReason { get; }

    /// <summary>What the answer still lacks, as it stands on the form.</summary>
    AnswerQuality Quality { get; }
}

/// <summary>What is typed into <c>_AnswerFields</c>, and the checks of it that are the same wherever it is used.</summary>
public sealed class AnswerInput
{
    [Required, EnumDataType(typeof(Decision))]
    public Decision? Decision { get; set; }

    [EnumDataType(typeof(AnswerReason))]
    public AnswerReason? Reason { get; set; }

    [Required, StringLength(OwedAnswer.TextMaxLength), DataType(DataType.MultilineText)]
    public string Sentence { get; set; } = "";

    [Required, StringLength(OwedAnswer.YoungMaxLength), DataType(DataType.MultilineText)]
    public string Young { get; set; } = "";

    [Required, StringLength(OwedAnswer.FollowsMaxLength), DataType(DataType.MultilineText)]
    public string Follows { get; set; } = "";

    public DateOnly? FollowsOn { get; set; }

    [Required, StringLength(OwedAnswer.OfficeMaxLength)]
    public string Office { get; set; } = "";

    /// <summary>A method: what is public and a property is read while the form is bound, before anything was typed.</summary>
    public OwedAnswer ToAnswer() => new(Decision!.Value, Reason, Sentence, Office, Young, Follows, FollowsOn);

    public AnswerQuality QualityOf(DateOnly askedOn, DateOnly? dueOn, DateOnly today) => AnswerQuality.Of(Decision, Sentence ?? "", Young ?? "", Follows ?? "", FollowsOn, askedOn, dueOn, today);

    /// <summary>Why it cannot be published so, and at which field; null where it can.</summary>
    public (Refusal Refusal, string Field)? Refuse(DateOnly today) =>
        AnswerRules.RefuseReason(Decision!.Value, Reason) is { } reason ? (reason, "Input.Reason")
        : AnswerRules.RefuseFollowsOn(FollowsOn, today) is { } follows ? (follows, "Input.FollowsOn") : null;

    /// <summary>Looked at and not sent: nothing that is missing is an error yet.</summary>
    public static void KeepOnly(ModelStateDictionary typed)
    {
        foreach (var field in typed.Values)
        {
            field.Errors.Clear();
            field.ValidationState = ModelValidationState.Valid;
        }
    }
}

/// <summary>An answer as everybody sees it.</summary>
/// <param name="Title">The key of its heading.</param>
/// <param name="Stage">What was decided, or where it led.</param>
public sealed record ShownAnswer(
    string Title, Enum Stage, string? ReasonKey, string? Text, string? Young, string? Office, string? Follows, DateOnly? FollowsOn, DateTime At, DateTime? WithdrawnAt = null,
    string? WithdrawnBecause = null);
