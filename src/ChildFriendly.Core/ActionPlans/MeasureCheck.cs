using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

public enum CheckAnswer
{
    CanSee,
    CannotSee,
    NotWhatWeAsked,
}

/// <summary>What a child sees of what the town hall reports: once per child and measure, changed as often as it likes. Never touches the measure's own row.</summary>
public sealed class MeasureCheck : Entity, ILocal
{
    private MeasureCheck()
    {
        Id = RandomId.New();
    }

    public Guid LocalityId { get; private init; }

    public Guid MeasureId { get; private init; }

    /// <summary>Null once the child has ended their participation: the answer stays as a number.</summary>
    public Guid? ParticipantId { get; private set; }

    public CheckAnswer Answer { get; private set; }

    /// <summary>Which report of the measure it is about: what was said before the last one asks nothing any more.</summary>
    public int Report { get; private set; }

    internal override Guid? SubjectOf(Change change) => MeasureId;

    public static MeasureCheck Of(Measure measure, Participant child, CheckAnswer answer, DateTime now)
    {
        var check = new MeasureCheck { LocalityId = measure.LocalityId, MeasureId = measure.Id, ParticipantId = child.Id, Answer = answer, Report = measure.Reports };
        check.Record(new MeasureChecked(Actor.Child, now));
        return check;
    }

    public void Change(Measure measure, CheckAnswer answer, DateTime now)
    {
        (Answer, Report) = (answer, measure.Reports);
        Record(new MeasureChecked(Actor.Child, now));
    }

    internal void LosePerson() => ParticipantId = null;
}

/// <summary>How many children said what about one measure.</summary>
public readonly record struct CheckCounts(int CanSee, int CannotSee, int NotWhatWeAsked)
{
    public int All => CanSee + CannotSee + NotWhatWeAsked;

    public int Doubts => CannotSee + NotWhatWeAsked;
}

public static class CheckRules
{
    /// <summary>Fewer answers than this say nothing about a measure.</summary>
    public const int Fewest = 5;

    /// <summary>As for every answer to children.</summary>
    public const int DaysToAnswer = 30;

    public static readonly Refusal OtherLocality = new("plan.check.other-locality");
    public static readonly Refusal NothingReported = new("plan.check.nothing-reported");
    public static readonly Refusal CheckFirst = new("plan.check.first");

    /// <summary>What has not begun cannot be seen, and what was stopped is not claimed.</summary>
    public static bool CanBeChecked(MeasureStage stage) => stage is MeasureStage.OnTrack or MeasureStage.Late or MeasureStage.Done;

    public static Refusal? RefuseToCheck(Measure measure, Participant child) => measure switch
    {
        _ when child.LocalityId != measure.LocalityId => OtherLocality,
        _ when !CanBeChecked(measure.Stage) => NothingReported,
        _ => null,
    };

    /// <summary>Half of the children, and at least five, cannot see what is reported done or on track.</summary>
    public static bool IsDoubted(MeasureStage stage, CheckCounts counts) =>
        stage is MeasureStage.OnTrack or MeasureStage.Done && counts.Doubts >= Fewest && counts.Doubts * 2 >= counts.All;

    /// <summary>At least five, and two of three, can see what is reported done.</summary>
    public static bool IsConfirmed(MeasureStage stage, CheckCounts counts) =>
        stage == MeasureStage.Done && counts.CanSee >= Fewest && counts.CanSee * 3 >= counts.All * 2;
}
