using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Safeguarding;

public enum SafeguardingStage
{
    /// <summary>Nobody of those who are responsible has said that they have seen it: the alarm goes on.</summary>
    New,
    Acknowledged,
    Triaged,
    Closed,
}

public enum SafeguardingOrigin
{
    /// <summary>"I need help", written on the page for it.</summary>
    Myself,

    /// <summary>"I'm worried about someone".</summary>
    SomebodyElse,

    /// <summary>Screening found it in what a child wrote.</summary>
    Contribution,

    /// <summary>A moderator noticed it.</summary>
    Moderator,
}

public enum SafeguardingLevel
{
    /// <summary>Immediate danger: 112 or 119 now.</summary>
    A,

    /// <summary>Suspected abuse or neglect: the child protection authority on the same working day.</summary>
    B,

    /// <summary>Wellbeing, bullying: school counsellor or centre within three working days.</summary>
    C,

    /// <summary>No concern: back to where it came from.</summary>
    D,
}

/// <summary>Who is being alarmed; each step adds the next ones and takes nobody out.</summary>
public enum AlarmStep
{
    Lead,
    Deputy,
    National,
}

public enum SafeguardingAct
{
    Called112,
    Called119,
    ToldAuthority,
    SpokeToSchool,
    SpokeToFacilitator,
    Other,

    /// <summary>Where the card was handed out, as a last resort: through the page, never chosen from the list.</summary>
    LookedUpCard,
}

public enum SafeguardingOutcome
{
    HandedOver,
    SupportFound,
    ChildNotFound,
    NoConcern,
}

/// <summary>
/// A concern for a child. Kept apart: it belongs to no locality's audit or pages, its id tells no time, its words are sealed as they were
/// written, and nothing leads to it from what a child or a moderator sees. Read <c>Safeguarding/README.md</c>.
/// </summary>
public sealed class SafeguardingCase : Entity
{
    public const int WordsMaxLength = 3000;
    public const int ReachMaxLength = 300;
    public const int NoteMaxLength = 2000;

    /// <summary>Not <see cref="ILocal"/>: what is recorded about it stands in no locality's chain and drops no locality's kept pages.</summary>
    public Guid LocalityId { get; private init; }

    public SafeguardingOrigin Origin { get; private init; }

    /// <summary>What waits among the contributions until this is decided; null where nothing does.</summary>
    public Guid? ModerationCaseId { get; private init; }

    /// <summary>The language of the pages on which it was written.</summary>
    public string Language { get; private init; } = "";

    public DateTime OpenedAt { get; private init; }

    /// <summary>One of very many from one place within minutes: seen on screen, without a letter of its own.</summary>
    public bool IsQuiet { get; private init; }

    /// <summary>Exactly what was written; empty once it was erased.</summary>
    public string SealedWords { get; private set; } = "";

    /// <summary>A safe way to reach whoever wrote it, if they gave one.</summary>
    public string SealedReach { get; private set; } = "";

    public SafeguardingStage Stage { get; private set; }

    public AlarmStep Alarm { get; private set; }

    /// <summary>Since when those of this step are being alarmed.</summary>
    public DateTime AlarmAt { get; private set; }

    public DateTime? AcknowledgedAt { get; private set; }

    public Guid? AcknowledgedById { get; private set; }

    public SafeguardingLevel? Level { get; private set; }

    /// <summary>When somebody first did something for the child.</summary>
    public DateTime? FirstActAt { get; private set; }

    public SafeguardingOutcome? Outcome { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public DateTime? ErasedAt { get; private set; }

    public List<SafeguardingNote> Notes { get; private init; } = [];

    internal override Enum? AuditedStage => Stage;

    /// <param name="id">Where the same form may be sent twice.</param>
    public static SafeguardingCase Open(
        Guid localityId, SafeguardingOrigin origin, string language, string words, string reach, ISeal seal, Actor by, DateTime now, Guid? moderationCaseId = null, bool isQuiet = false, Guid? id = null)
    {
        var opened = new SafeguardingCase
        {
            Id = id ?? RandomId.New(),
            LocalityId = localityId,
            Origin = origin,
            Language = language,
            ModerationCaseId = moderationCaseId,
            OpenedAt = now,
            AlarmAt = now,
            IsQuiet = isQuiet,
            SealedWords = seal.Close(words),
            SealedReach = reach.Length == 0 ? "" : seal.Close(reach),
        };
        opened.Record(new SafeguardingCaseOpened(by, now));
        return opened;
    }

    /// <summary>What whoever raised it has to say about it.</summary>
    public void Remark(string text, ISeal seal, Actor by, DateTime now) => Note(act: null, level: null, text, seal, by, now);

    /// <summary>Somebody looked at what is sealed.</summary>
    public void Read(Actor by, DateTime now) => Record(new SafeguardingCaseRead(by, now));

    /// <summary>Somebody took the record for the authority.</summary>
    public void ReadForAuthority(Actor by, DateTime now) => Record(new SafeguardingRecordRead(by, now));

    /// <summary>Nobody said in time that they have seen it: the next ones are alarmed too.</summary>
    public void PassOn(AlarmStep to, DateTime now)
    {
        if (Stage != SafeguardingStage.New || to <= Alarm)
        {
            throw new InvalidOperationException("Seen already, or nobody further.");
        }

        (Alarm, AlarmAt) = (to, now);
        Record(new SafeguardingAlarmPassedOn(Actor.Program, now, to));
    }

    public void Acknowledge(Actor by, DateTime now)
    {
        if (SafeguardingRules.RefuseToAcknowledge(this) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        (Stage, AcknowledgedAt, AcknowledgedById) = (SafeguardingStage.Acknowledged, now, by.StaffId);
        Record(new SafeguardingCaseAcknowledged(by, now));
    }

    /// <summary>Says how urgent it is, or says so anew. D closes it.</summary>
    public void Triage(SafeguardingLevel level, string reason, ISeal seal, Actor by, DateTime now)
    {
        if (SafeguardingRules.RefuseToTriage(this, level, reason) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        SeeFirst(by, now);
        (Stage, Level) = (SafeguardingStage.Triaged, level);
        Note(act: null, level, reason, seal, by, now);
        Record(new SafeguardingCaseTriaged(by, now));
        if (level == SafeguardingLevel.D)
        {
            End(SafeguardingOutcome.NoConcern, by, now);
        }
    }

    public void Act(SafeguardingAct act, string text, ISeal seal, Actor by, DateTime now)
    {
        if (SafeguardingRules.RefuseToAct(this) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        SeeFirst(by, now);
        FirstActAt ??= now;
        Note(act, level: null, text, seal, by, now);
        Record(new SafeguardingActed(by, now));
    }

    public void Close(SafeguardingOutcome outcome, string text, ISeal seal, Actor by, DateTime now)
    {
        if (SafeguardingRules.RefuseToClose(this, text) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        Note(act: null, level: null, text, seal, by, now);
        End(outcome, by, now);
    }

    /// <summary>Its time is over: what was sealed is gone, and that there was something stays as a number.</summary>
    public void Erase(DateTime now)
    {
        if (ClosedAt is null || ErasedAt is not null)
        {
            throw new InvalidOperationException("Still open, or gone already.");
        }

        (SealedWords, SealedReach, ErasedAt) = ("", "", now);
        Notes.ForEach(n => n.Erase());
        Record(new SafeguardingCaseErased(Actor.Program, now));
    }

    /// <summary>Whoever does something about it has seen it.</summary>
    private void SeeFirst(Actor by, DateTime now)
    {
        if (Stage == SafeguardingStage.New)
        {
            Acknowledge(by, now);
        }
    }

    private void End(SafeguardingOutcome outcome, Actor by, DateTime now)
    {
        (Stage, Outcome, ClosedAt) = (SafeguardingStage.Closed, outcome, now);
        Record(new SafeguardingCaseClosed(by, now));
    }

    private void Note(SafeguardingAct? act, SafeguardingLevel? level, string text, ISeal seal, Actor by, DateTime now) =>
        Notes.Add(new SafeguardingNote(Id, Notes.Count + 1, now, by.StaffId, by.Role, act, level, text.Length == 0 ? "" : seal.Close(text)));
}

/// <summary>What was done or decided, when and by whom. Only ever added.</summary>
public sealed class SafeguardingNote
{
    internal SafeguardingNote(Guid caseId, int position, DateTime at, Guid? byId, Role? byRole, SafeguardingAct? act, SafeguardingLevel? level, string sealedText)
    {
        (CaseId, Position, At, ById, ByRole, Act, Level, SealedText) = (caseId, position, at, byId, byRole, act, level, sealedText);
    }

    public Guid CaseId { get; private init; }

    public int Position { get; private init; }

    public DateTime At { get; private init; }

    public Guid? ById { get; private init; }

    public Role? ByRole { get; private init; }

    /// <summary>Null for what was decided, and at closing.</summary>
    public SafeguardingAct? Act { get; private init; }

    /// <summary>Where this note is about how urgent it is.</summary>
    public SafeguardingLevel? Level { get; private init; }

    public string SealedText { get; private set; }

    internal void Erase() => SealedText = "";
}
