using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Safeguarding;

// Neither a level nor where it came from: what is recorded outlives what is sealed.
public sealed record SafeguardingCaseOpened(Actor By, DateTime At) : Change(By, At), IApart;

public sealed record SafeguardingAlarmPassedOn(Actor By, DateTime At, AlarmStep To) : Change(By, At), IApart;

public sealed record SafeguardingCaseAcknowledged(Actor By, DateTime At) : Change(By, At), IApart;

public sealed record SafeguardingCaseTriaged(Actor By, DateTime At) : Change(By, At), IApart;

public sealed record SafeguardingActed(Actor By, DateTime At) : Change(By, At), IApart;

public sealed record SafeguardingCaseClosed(Actor By, DateTime At) : Change(By, At), IApart;

public sealed record SafeguardingCaseErased(Actor By, DateTime At) : Change(By, At), IApart;

public sealed record SafeguardingCaseRead(Actor By, DateTime At) : Reading(By, At), IApart;

public sealed record SafeguardingRecordRead(Actor By, DateTime At) : Reading(By, At), IApart;

public sealed record AlarmTestSent(Actor By, DateTime At) : Change(By, At);

public sealed record AlarmTestAcknowledged(Actor By, DateTime At) : Change(By, At);
