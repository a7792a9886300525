using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>An invitation with its agenda, one point a line.</summary>
public sealed class MeetingInput
{
    /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
    public Guid FormId { get; set; } = Guid.CreateVersion7();

    [Required, StringLength(CouncilMeeting.TitleMaxLength)]
    public string Name { get; set; } = "";

    [Required, StringLength(CouncilMeeting.PlaceMaxLength)]
    public string Place { get; set; } = "";

    [Required]
    public DateTime? StartsAt { get; set; }

    [Required]
    public DateTime? EndsAt { get; set; }

    [StringLength(CouncilMeeting.InvitationMaxLength), DataType(DataType.MultilineText)]
    public string? Invitation { get; set; }

    [StringLength(CouncilMeeting.MostPoints * (CouncilMeeting.PointMaxLength + 1)), DataType(DataType.MultilineText)]
    public string? Agenda { get; set; }

    /// <summary>Of the meeting when the page was opened.</summary>
    public int Version { get; set; }

    internal DateTime Start => RomanianTime.FromLocal(StartsAt!.Value);

    internal DateTime End => RomanianTime.FromLocal(EndsAt!.Value);

    internal (Refusal Refusal, string Field)? Refuse(DateTime now) => MeetingRules.RefuseTimes(Start, End, now) is { } times
        ? (times, times == MeetingRules.InThePast ? "Input.StartsAt" : "Input.EndsAt")
        : MeetingRules.RefuseAgenda(Agenda ?? "") is { } agenda ? (agenda, "Input.Agenda") : null;

    internal static MeetingInput Of(CouncilMeeting meeting) => new()
    {
        Name = meeting.Title,
        Place = meeting.Place,
        StartsAt = RomanianTime.ToLocal(meeting.StartsAt),
        EndsAt = RomanianTime.ToLocal(meeting.EndsAt),
        Invitation = meeting.Invitation,
        Agenda = string.Join('\n', meeting.Points.Where(p => !p.IsFromChildren).OrderBy(p => p.Position).Select(p => p.Text)),
        Version = meeting.Version,
    };
}

/// <summary>The form of an invitation, where it is new and where it is changed.</summary>
public interface IMeetingPage
{
    MeetingInput Input { get; }
}
