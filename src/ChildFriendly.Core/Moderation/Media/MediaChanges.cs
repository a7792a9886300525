using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Moderation.Media;

public sealed record PictureSeen(Actor By, DateTime At) : Reading(By, At);

public sealed record PictureCovered(Actor By, DateTime At) : Change(By, At);

public sealed record PictureApproved(Actor By, DateTime At) : Change(By, At);

public sealed record PictureLeftOut(Actor By, DateTime At, MediaReason Reason) : Change(By, At);

public sealed record VoiceHeard(Actor By, DateTime At) : Reading(By, At);

public sealed record VoiceWrittenDown(Actor By, DateTime At) : Change(By, At);

public sealed record VoiceLeftOut(Actor By, DateTime At, MediaReason Reason) : Change(By, At);

public sealed record VoiceErased(Actor By, DateTime At) : Change(By, At);
