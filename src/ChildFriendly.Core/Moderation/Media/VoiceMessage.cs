using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation.Media;

/// <summary>What a child has said aloud about an idea: for the moderator only, who writes it down. The sound itself goes soon after.</summary>
public sealed class VoiceMessage : Entity, ILocal
{
    public const int TranscriptMaxLength = Initiative.TextMaxLength;

    private VoiceMessage()
    {
        Id = RandomId.New();
    }

    public Guid InitiativeId { get; private init; }

    public Guid LocalityId { get; private init; }

    public int Seconds { get; private init; }

    public MediaStage Stage { get; private set; }

    /// <summary>The child's words as the moderator heard them: what is published.</summary>
    public string Transcript { get; private set; } = "";

    /// <summary>Why it was left out.</summary>
    public MediaReason? Reason { get; private set; }

    /// <summary>Its idea is decided on: on this day the sound goes.</summary>
    public DateOnly? EraseOn { get; private set; }

    public bool HasSound { get; private set; } = true;

    /// <summary>Null where it was not read along, and where the sound is gone.</summary>
    public VoiceSound? Sound { get; private init; }

    internal override Enum? AuditedStage => Stage;

    internal static VoiceMessage Of(Initiative initiative, CleanSound clean)
    {
        var id = RandomId.New();
        return new()
        {
            Id = id,
            InitiativeId = initiative.Id,
            LocalityId = initiative.LocalityId,
            Seconds = clean.Seconds,
            Sound = VoiceSound.Of(id, clean),
        };
    }

    internal override Guid? SubjectOf(Change change) => InitiativeId;

    /// <summary>An adult was given the voice to hear.</summary>
    public void Hear(Actor by, DateTime now) => Record(new VoiceHeard(by, now));

    public void WriteDown(string transcript, Actor by, DateTime now)
    {
        RequireUndecided();
        if (MediaRules.RefuseToWriteDown(transcript) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        (Transcript, Reason, Stage) = (transcript, null, MediaStage.Approved);
        Record(new VoiceWrittenDown(by, now));
    }

    public void LeaveOut(MediaReason reason, Actor by, DateTime now)
    {
        RequireUndecided();
        (Transcript, Reason, Stage) = ("", reason, MediaStage.LeftOut);
        Record(new VoiceLeftOut(by, now, reason));
    }

    /// <summary>The time is over: what was written down stays with its idea. The caller removes the row of the sound.</summary>
    public void LoseSound(Actor by, DateTime now)
    {
        HasSound = false;
        Record(new VoiceErased(by, now));
    }

    /// <summary>Words are left out of what was written down, or put back.</summary>
    internal void Reword(string transcript) => Transcript = transcript;

    internal void Settle(DateTime now) => EraseOn = MediaRules.ErasedOn(now);

    /// <summary>Somebody else listens anew, as long as there is something to be heard.</summary>
    internal void WaitAgain()
    {
        EraseOn = null;
        Stage = HasSound ? MediaStage.Waiting : Stage;
    }

    private void RequireUndecided()
    {
        if (EraseOn is not null)
        {
            throw new InvalidOperationException("Its idea is decided on.");
        }
    }
}

/// <summary>The sound itself.</summary>
public sealed class VoiceSound
{
    public Guid VoiceId { get; private init; }

    public byte[] Bytes { get; private init; } = [];

    /// <summary>One that is to be removed without having been read.</summary>
    internal static VoiceSound Unread(Guid voiceId) => new() { VoiceId = voiceId };

    internal static VoiceSound Of(Guid voiceId, CleanSound clean) => new() { VoiceId = voiceId, Bytes = clean.Bytes };
}
