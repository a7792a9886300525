using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation.Media;

public enum MediaStage
{
    Waiting,

    /// <summary>A moderator has looked at it, or has listened and written it down: it is published with its idea.</summary>
    Approved,

    /// <summary>The idea goes on without it; the child is told why.</summary>
    LeftOut,
}

/// <summary>The fixed list of reasons for leaving a picture or a voice message out.</summary>
public enum MediaReason
{
    ShowsFaces,
    NamesSomebody,
    TellsWhereSomebodyLives,
    NotAboutTheIdea,
    NotClear,
}

/// <summary>What a moderator has looked for in a picture; null where the question is not answered yet.</summary>
public sealed record PictureCheck(bool? Faces, bool? Names, bool? HouseNumbers)
{
    public bool IsAnswered => Faces is not null && Names is not null && HouseNumbers is not null;

    public bool ShowsSomebody => Faces == true || Names == true || HouseNumbers == true;
}

/// <summary>The one picture that a child may add to an idea, drawn or photographed. Its bytes are a row of their own, which lists never read.</summary>
public sealed class InitiativePicture : Entity, ILocal
{
    public const int AlternativeTextMaxLength = 200;

    private InitiativePicture()
    {
        // It is a part of its address, which nobody should guess.
        Id = RandomId.New();
    }

    public Guid InitiativeId { get; private init; }

    public Guid LocalityId { get; private init; }

    public PictureType Type { get; private set; }

    public int Width { get; private set; }

    public int Height { get; private set; }

    public MediaStage Stage { get; private set; }

    /// <summary>What is to be seen, for whoever does not see it; in the moderator's words.</summary>
    public string AlternativeText { get; private set; } = "";

    public bool? ShowsFaces { get; private set; }

    public bool? ShowsNames { get; private set; }

    public bool? ShowsHouseNumbers { get; private set; }

    /// <summary>Why it was left out.</summary>
    public MediaReason? Reason { get; private set; }

    /// <summary>It was left out of an idea that is decided on: on this day it goes.</summary>
    public DateOnly? EraseOn { get; private set; }

    public PictureCheck Check => new(ShowsFaces, ShowsNames, ShowsHouseNumbers);

    /// <summary>Null where it was not read along.</summary>
    public PictureBytes? File { get; private init; }

    internal override Enum? AuditedStage => Stage;

    internal static InitiativePicture Of(Initiative initiative, CleanPicture clean)
    {
        var id = RandomId.New();
        return new()
        {
            Id = id,
            InitiativeId = initiative.Id,
            LocalityId = initiative.LocalityId,
            Type = clean.Type,
            Width = clean.Width,
            Height = clean.Height,
            File = PictureBytes.Of(id, clean),
        };
    }

    internal override Guid? SubjectOf(Change change) => InitiativeId;

    /// <summary>An adult has seen what nobody else may see yet.</summary>
    public void Read(Actor by, DateTime now) => Record(new PictureSeen(by, now));

    /// <summary>The picture that came is not kept.</summary>
    internal void Cover(CleanPicture covered, Actor by, DateTime now)
    {
        (File ?? throw new InvalidOperationException("Read it along with its bytes.")).Replace(covered);
        (Type, Width, Height, Stage) = (covered.Type, covered.Width, covered.Height, MediaStage.Waiting);
        Record(new PictureCovered(by, now));
    }

    internal void Approve(PictureCheck check, string alternativeText, Actor by, DateTime now)
    {
        if (MediaRules.RefuseToApprove(check, alternativeText) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        (ShowsFaces, ShowsNames, ShowsHouseNumbers) = (check.Faces, check.Names, check.HouseNumbers);
        (AlternativeText, Reason, Stage) = (alternativeText, null, MediaStage.Approved);
        Record(new PictureApproved(by, now));
    }

    internal void LeaveOut(MediaReason reason, Actor by, DateTime now)
    {
        (Reason, Stage) = (reason, MediaStage.LeftOut);
        Record(new PictureLeftOut(by, now, reason));
    }

    internal void FollowTitle(string before, string after) => AlternativeText = AlternativeText == before ? after : AlternativeText;

    /// <summary>Its idea is decided on: what was left out is kept for a while and then goes.</summary>
    internal void Settle(DateTime now) => EraseOn = Stage == MediaStage.LeftOut ? MediaRules.ErasedOn(now) : null;

    /// <summary>Somebody else looks at its idea anew.</summary>
    internal void WaitAgain() => (EraseOn, Stage) = (null, MediaStage.Waiting);
}

/// <summary>The file itself.</summary>
public sealed class PictureBytes
{
    public Guid PictureId { get; private init; }

    public byte[] Bytes { get; private set; } = [];

    internal static PictureBytes Of(Guid pictureId, CleanPicture clean) => new() { PictureId = pictureId, Bytes = clean.Bytes };

    internal void Replace(CleanPicture clean) => Bytes = clean.Bytes;
}
