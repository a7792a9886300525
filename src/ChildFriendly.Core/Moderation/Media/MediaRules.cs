using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation.Media;

public static class MediaRules
{
    /// <summary>Long enough to be asked about what was heard, or left out.</summary>
    public const int DaysAfterDecision = 30;

    public static readonly Refusal CheckMissing = new("desk.media.check-missing");
    public static readonly Refusal ShowsSomebody = new("desk.media.shows-somebody");
    public static readonly Refusal AlternativeTextMissing = new("desk.media.alternative-missing");
    public static readonly Refusal TranscriptMissing = new("desk.media.transcript-missing");
    public static readonly Refusal ReasonMissing = new("desk.media.reason-missing");
    public static readonly Refusal PictureNotLookedAt = new("desk.media.picture-waits");
    public static readonly Refusal VoiceNotHeard = new("desk.media.voice-waits");

    /// <summary>Every question must be answered, and nothing of what is asked for may be seen any more.</summary>
    public static Refusal? RefuseToApprove(PictureCheck check, string? alternativeText) => check switch
    {
        { IsAnswered: false } => CheckMissing,
        { ShowsSomebody: true } => ShowsSomebody,
        _ when string.IsNullOrWhiteSpace(alternativeText) => AlternativeTextMissing,
        _ => null,
    };

    public static Refusal? RefuseToWriteDown(string? transcript) => string.IsNullOrWhiteSpace(transcript) ? TranscriptMissing : null;

    /// <summary>An idea is published when somebody has looked at its picture and listened to its voice, or has left them out.</summary>
    public static Refusal? RefuseToPublish(Initiative initiative) => initiative switch
    {
        { Picture.Stage: MediaStage.Waiting } => PictureNotLookedAt,
        { Voice.Stage: MediaStage.Waiting } => VoiceNotHeard,
        _ => null,
    };

    /// <summary>A picture is for everybody once it and its idea are; until then, and while readers' reports hide the idea, it is its child's.</summary>
    public static bool IsForEverybody(InitiativePicture picture, InitiativeStage stage, bool isSuspended) => picture.Stage == MediaStage.Approved && stage.IsPublic() && !isSuspended;

    internal static DateOnly ErasedOn(DateTime now) => RomanianTime.DateOf(now).AddDays(DaysAfterDecision);
}
