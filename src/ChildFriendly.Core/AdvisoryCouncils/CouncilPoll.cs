using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.AdvisoryCouncils;

public enum CouncilPollStage
{
    Open,
    Closed,
}

/// <summary>
/// A question among members, put by the coordinator: one vote each, changeable until it closes. Then the votes become numbers, and who voted
/// how is deleted. Not a ballot of a consultation, and it decides nothing outside the council.
/// </summary>
public sealed class CouncilPoll : Entity, ILocal
{
    public const int QuestionMaxLength = 200;
    public const int OptionMaxLength = 80;
    public const int MostOptions = 6;

    private readonly List<CouncilPollOption> options = [];

    public Guid LocalityId { get; private init; }

    public string Question { get; private init; } = "";

    /// <summary>The last day on which members vote.</summary>
    public DateOnly ClosesOn { get; private init; }

    public CouncilPollStage Stage { get; private set; }

    public IReadOnlyList<CouncilPollOption> Options => options;

    internal override Enum? AuditedStage => Stage;

    public static CouncilPoll Ask(Guid localityId, string question, IEnumerable<string> answers, DateOnly closesOn, Actor by, DateTime now, Guid? id = null)
    {
        var poll = new CouncilPoll { Id = id ?? Guid.CreateVersion7(), LocalityId = localityId, Question = question, ClosesOn = closesOn };
        poll.options.AddRange(answers.Select((a, i) => new CouncilPollOption(poll.Id, i + 1, a)));
        poll.Record(new CouncilPollAsked(by, now));
        return poll;
    }

    /// <param name="votes">Of this poll; the caller removes them in the same save.</param>
    public void Close(IReadOnlyCollection<CouncilPollVote> votes, Actor by, DateTime now)
    {
        if (Stage != CouncilPollStage.Open)
        {
            throw new InvalidOperationException("Closed already.");
        }

        foreach (var option in options)
        {
            option.Count(votes.Count(v => v.Position == option.Position));
        }

        Stage = CouncilPollStage.Closed;
        Record(new CouncilPollClosed(by, now));
    }
}

public sealed class CouncilPollOption
{
    internal CouncilPollOption(Guid pollId, int position, string text) => (PollId, Position, Text) = (pollId, position, text);

    public Guid PollId { get; private init; }

    public int Position { get; private init; }

    public string Text { get; private init; } = "";

    /// <summary>Null while it is open.</summary>
    public int? Votes { get; private set; }

    internal void Count(int votes) => Votes = votes;
}

/// <summary>A member's choice while the poll is open. Changing it leaves no trace of what it was.</summary>
public sealed class CouncilPollVote
{
    private CouncilPollVote()
    {
    }

    public Guid PollId { get; private init; }

    public Guid ParticipantId { get; private init; }

    public int Position { get; private set; }

    public static CouncilPollVote Of(CouncilPoll poll, Participant member, int position) => new() { PollId = poll.Id, ParticipantId = member.Id, Position = position };

    public void Change(int position) => Position = position;
}

public static class PollRules
{
    private const int MostDays = 90;

    public static readonly Refusal Closed = new("council.poll.closed");
    public static readonly Refusal TooFewOptions = new("desk.council.poll.too-few-options");
    public static readonly Refusal TooManyOptions = new("desk.council.poll.too-many-options");
    public static readonly Refusal OptionTooLong = new("desk.council.poll.option-too-long");
    public static readonly Refusal ClosesInThePast = new("desk.council.poll.closes-in-the-past");
    public static readonly Refusal ClosesTooLate = new("desk.council.poll.closes-too-late");

    public static Refusal? RefuseOptions(IReadOnlyCollection<string> options) => options switch
    {
        { Count: < 2 } => TooFewOptions,
        { Count: > CouncilPoll.MostOptions } => TooManyOptions,
        _ when options.Any(o => o.Length > CouncilPoll.OptionMaxLength) => OptionTooLong,
        _ when options.Distinct(StringComparer.OrdinalIgnoreCase).Count() != options.Count => TooFewOptions,
        _ => null,
    };

    public static Refusal? RefuseClosingDay(DateOnly closesOn, DateOnly today) =>
        closesOn < today ? ClosesInThePast : closesOn > today.AddDays(MostDays) ? ClosesTooLate : null;

    public static Refusal? RefuseToVote(CouncilPoll poll, DateOnly today) => poll.Stage != CouncilPollStage.Open || poll.ClosesOn < today ? Closed : null;
}

public sealed record CouncilPollAsked(Actor By, DateTime At) : Change(By, At);

public sealed record CouncilPollClosed(Actor By, DateTime At) : Change(By, At);
