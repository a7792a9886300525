using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Initiatives;

public sealed record InitiativeSubmitted(Actor By, DateTime At) : Change(By, At);

public sealed record TrackingWordsPrinted(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeAppealed(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeWithdrawn(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativePublished(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeSentBack(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeNotPublished(Actor By, DateTime At, string Reason) : Change(By, At);

public sealed record InitiativeHidden(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeSupported(Actor By, DateTime At) : Change(By, At);

public sealed record SupportTakenBack(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeTakenUpForReview(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeAnswered(Actor By, DateTime At, Decision Decision) : Change(By, At);

public sealed record InitiativeMerged(Actor By, DateTime At, Guid IntoId) : Change(By, At);

public sealed record InitiativePutOnBallot(Actor By, DateTime At, Guid ConsultationId) : Change(By, At);

public sealed record InitiativeVotedOn(Actor By, DateTime At, bool IsSelected) : Change(By, At);

public sealed record InitiativePutIntoPlan(Actor By, DateTime At, Guid MeasureId) : Change(By, At);

public sealed record InitiativeWorkBegun(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeFinished(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeConfirmed(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeReturnedToReview(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeRemovalRequested(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeRemoved(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeForgotten(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeLostAuthor(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeWordsRestored(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeSuspended(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeResumed(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeWorkResumed(Actor By, DateTime At) : Change(By, At);

public sealed record InitiativeAnswerWithdrawn(Actor By, DateTime At) : Change(By, At);
