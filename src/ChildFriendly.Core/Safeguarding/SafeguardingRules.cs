using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Safeguarding;

/// <summary>Times are the draft of the safeguarding procedure; the controller confirms them with the child protection authority.</summary>
public static class SafeguardingRules
{
    /// <summary>So long the lead alone is alarmed.</summary>
    public static readonly TimeSpan LeadHas = TimeSpan.FromMinutes(15);

    /// <summary>So long, after that, the deputy too.</summary>
    public static readonly TimeSpan DeputyHas = TimeSpan.FromMinutes(30);

    /// <summary>A, and whatever nobody has looked at closely yet: something is done within an hour.</summary>
    public static readonly TimeSpan Danger = TimeSpan.FromHours(1);

    /// <summary>C: within so many working days.</summary>
    public const int WellbeingDays = 3;

    public static readonly Refusal NotKept = new("help.tell.not-kept");
    public static readonly Refusal Seen = new("desk.safeguarding.seen");
    public static readonly Refusal Over = new("desk.safeguarding.over");
    public static readonly Refusal ReasonMissing = new("desk.safeguarding.reason-missing");
    public static readonly Refusal LevelMissing = new("desk.safeguarding.level-missing");
    public static readonly Refusal ActMissing = new("desk.safeguarding.act-missing");
    public static readonly Refusal OutcomeMissing = new("desk.safeguarding.outcome-missing");
    public static readonly Refusal NoCard = new("desk.safeguarding.no-card");
    public static readonly Refusal NotGrave = new("desk.safeguarding.not-grave");
    public static readonly Refusal NotTriaged = new("desk.safeguarding.not-triaged");
    public static readonly Refusal TestSeen = new("desk.safeguarding.test.seen");
    public static readonly Refusal TestNeedsTwo = new("desk.safeguarding.test.needs-two");

    /// <summary>Who is alarmed next; null while the present ones have time, when somebody has seen it, and when there is nobody further.</summary>
    /// <param name="hasLead">Somebody in that role can open the case.</param>
    public static AlarmStep? NextAlarm(SafeguardingCase item, DateTime now, bool hasLead, bool hasDeputy) => item switch
    {
        { Stage: not SafeguardingStage.New } or { Alarm: AlarmStep.National } => null,
        { Alarm: AlarmStep.Lead } when !hasLead || now >= item.AlarmAt + LeadHas => hasDeputy ? AlarmStep.Deputy : AlarmStep.National,
        { Alarm: AlarmStep.Deputy } when !hasDeputy || now >= item.AlarmAt + DeputyHas => AlarmStep.National,
        _ => null,
    };

    /// <summary>By when something is to be done for the child; null for no concern.</summary>
    public static DateTime? DueAt(SafeguardingCase item) => item.Level switch
    {
        null or SafeguardingLevel.A => item.OpenedAt + Danger,
        SafeguardingLevel.B => EndOf(RomanianWorkdays.IsWorkday(RomanianTime.DateOf(item.OpenedAt)) ? RomanianTime.DateOf(item.OpenedAt) : RomanianWorkdays.After(RomanianTime.DateOf(item.OpenedAt), 1)),
        SafeguardingLevel.C => EndOf(RomanianWorkdays.After(RomanianTime.DateOf(item.OpenedAt), WellbeingDays)),
        _ => null,
    };

    /// <summary>As people read it: the end of a day is its last minute and not the first of the next.</summary>
    public static DateTime LastMinuteOf(DateTime due) => due == RomanianTime.StartOf(RomanianTime.DateOf(due)) ? due.AddMinutes(-1) : due;

    public static bool IsLate(SafeguardingCase item, DateTime now) => item is { ClosedAt: null, FirstActAt: null } && DueAt(item) < now;

    public static Refusal? RefuseToAcknowledge(SafeguardingCase item) => item.Stage == SafeguardingStage.New ? null : Seen;

    public static Refusal? RefuseToTriage(SafeguardingCase item, SafeguardingLevel level, string? reason) => item switch
    {
        { ClosedAt: not null } => Over,
        _ when !Enum.IsDefined(level) => LevelMissing,
        _ when string.IsNullOrWhiteSpace(reason) => ReasonMissing,
        _ => null,
    };

    public static Refusal? RefuseToAct(SafeguardingCase item) => item.ClosedAt is null ? null : Over;

    /// <summary>The last resort, in danger or where harm is suspected: who handed the card out is asked for the child.</summary>
    public static Refusal? RefuseToLookUpCard(SafeguardingCase item, string? reason) => item switch
    {
        { ClosedAt: not null } => Over,
        { ModerationCaseId: null } => NoCard,
        { Level: not (SafeguardingLevel.A or SafeguardingLevel.B) } => NotGrave,
        _ when string.IsNullOrWhiteSpace(reason) => ReasonMissing,
        _ => null,
    };

    public static Refusal? RefuseToClose(SafeguardingCase item, string? text) => item switch
    {
        { ClosedAt: not null } => Over,
        { Level: null } => NotTriaged,
        _ when string.IsNullOrWhiteSpace(text) => ReasonMissing,
        _ => null,
    };

    /// <summary>Lead and deputy are two people, or one who is ill leaves nobody.</summary>
    public static Refusal? RefuseToAcknowledge(AlarmTest test, Role role, Guid staffId) => role switch
    {
        Role.SafeguardingLead when test.LeadId == staffId => TestSeen,
        Role.SafeguardingDeputy when test.DeputyId == staffId => TestSeen,
        Role.SafeguardingLead when test.DeputyId == staffId => TestNeedsTwo,
        Role.SafeguardingDeputy when test.LeadId == staffId => TestNeedsTwo,
        _ => null,
    };

    /// <summary>
    /// The months whose test counts today: this one, and the one before until the end of the first working day, on which this month's test is
    /// sent. Otherwise the way to help would be shut at every turn of a month.
    /// </summary>
    public static IReadOnlyList<DateOnly> MonthsThatCount(DateOnly today)
    {
        var month = MonthOf(today);
        return today <= FirstWorkdayOf(month) ? [month, month.AddMonths(-1)] : [month];
    }

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    public static DateOnly FirstWorkdayOf(DateOnly month) => RomanianWorkdays.After(month.AddDays(-1), 1);

    private static DateTime EndOf(DateOnly day) => RomanianTime.FromLocal(day.AddDays(1).ToDateTime(TimeOnly.MinValue));
}
