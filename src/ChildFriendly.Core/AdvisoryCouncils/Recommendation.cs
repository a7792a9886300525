using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.AdvisoryCouncils;

public enum RecommendationStage
{
    Draft,
    Adopted,
    Sent,
    Answered,
}

/// <summary>Who is asked; the name beside it says which office exactly.</summary>
public enum AddresseeKind
{
    Mayor,
    LocalCouncil,
    Directorate,
    SchoolInspectorate,
    Other,
}

/// <summary>What the children's council asks of a named addressee, who owes an answer with reasons.</summary>
public sealed class Recommendation : Entity, INumbered
{
    public const int TitleMaxLength = 120;
    public const int TextMaxLength = 2000;
    public const int AddresseeMaxLength = 120;

    private readonly List<RecommendationAnswer> answers = [];
    private readonly List<RecommendationSource> sources = [];

    public Guid LocalityId { get; private init; }

    /// <summary>Counted per locality from 1, given when it is adopted; 0 while it is a draft.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public AddresseeKind AddresseeKind { get; private set; }

    public string Addressee { get; private set; } = "";

    public RecommendationStage Stage { get; private set; }

    public DateOnly? AdoptedOn { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>Stays when it is answered: an answer that is withdrawn lets the same clock run on.</summary>
    public DateOnly? AnswerDueOn { get; private set; }

    /// <summary>Of the answer that stands.</summary>
    public Decision? Decision { get; private set; }

    /// <summary>All that were ever given, also those that were withdrawn.</summary>
    public IReadOnlyList<RecommendationAnswer> Answers => answers;

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<RecommendationSource> Sources => sources;

    /// <summary>The answer that stands.</summary>
    public RecommendationAnswer? Answered => answers.Find(a => a.WithdrawnAt is null);

    internal override Enum? AuditedStage => Stage;

    public static Recommendation Draft(
        Guid localityId, string title, string text, AddresseeKind kind, string addressee, Actor by, DateTime now, Guid? id = null)
    {
        var recommendation = new Recommendation { Id = id ?? Guid.CreateVersion7(), LocalityId = localityId };
        recommendation.Write(title, text, kind, addressee);
        recommendation.Record(new RecommendationDrafted(by, now));
        return recommendation;
    }

    /// <summary>Written and adopted in one step, as from the minutes of a meeting.</summary>
    public static Recommendation Adopt(
        Guid localityId, int number, string title, string text, string addressee, DateOnly adoptedOn, Actor by, DateTime now, Guid? id = null,
        AddresseeKind kind = AddresseeKind.LocalCouncil)
    {
        var recommendation = Draft(localityId, title, text, kind, addressee, by, now, id);
        recommendation.Adopt(number, adoptedOn, by, now);
        return recommendation;
    }

    public void Rewrite(string title, string text, AddresseeKind kind, string addressee, Actor by, DateTime now)
    {
        Require(RecommendationStage.Draft);
        Write(title, text, kind, addressee);
        Record(new RecommendationRewritten(by, now));
    }

    /// <summary>From now on it is public and its words stay as they are.</summary>
    public void Adopt(int number, DateOnly adoptedOn, Actor by, DateTime now)
    {
        Require(RecommendationStage.Draft);
        (Number, AdoptedOn, Stage) = (number, adoptedOn, RecommendationStage.Adopted);
        Record(new RecommendationAdopted(by, now));
    }

    public void Send(Actor by, DateTime now)
    {
        Require(RecommendationStage.Adopted);
        SentAt = now;
        AnswerDueOn = RomanianTime.DateOf(now).AddDays(RecommendationRules.DaysToAnswer);
        Stage = RecommendationStage.Sent;
        Record(new RecommendationSent(by, now));
    }

    public void Answer(Decision decision, string text, string office, Actor by, DateTime now) => Answer(new OwedAnswer(decision, null, text, office), by, now);

    public void Answer(OwedAnswer answer, Actor by, DateTime now)
    {
        if (RecommendationRules.RefuseToAnswer(this, answer.Decision, answer.Reason) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        answers.Add(new RecommendationAnswer(Id, answers.Count + 1, now, answer));
        (Decision, Stage) = (answer.Decision, RecommendationStage.Answered);
        Record(new RecommendationAnswered(by, now, answer.Decision));
    }

    /// <summary>It stays to be read, as withdrawn; the clock runs on from where it was.</summary>
    public void WithdrawAnswer(string because, Actor by, DateTime now)
    {
        Require(RecommendationStage.Answered);
        Answered!.Withdraw(because, now);
        (Decision, Stage) = (null, RecommendationStage.Sent);
        Record(new RecommendationAnswerWithdrawn(by, now));
    }

    /// <summary>Links can be mended at any time: they are where it came from, not what it says.</summary>
    public void RestOn(IReadOnlyCollection<(SourceKind Kind, Guid ItemId)> items, Actor by, DateTime now)
    {
        if (items.Distinct().Count() == sources.Count && items.All(i => sources.Exists(s => s.Kind == i.Kind && s.ItemId == i.ItemId)))
        {
            return;
        }

        sources.RemoveAll(s => !items.Contains((s.Kind, s.ItemId)));
        sources.AddRange(items.Distinct().Where(i => !sources.Exists(s => s.Kind == i.Kind && s.ItemId == i.ItemId)).Select(i => new RecommendationSource(Id, i.Kind, i.ItemId)));
        Record(new RecommendationLinked(by, now));
    }

    private void Write(string title, string text, AddresseeKind kind, string addressee) => (Title, Text, AddresseeKind, Addressee) = (title, text, kind, addressee);

    private void Require(RecommendationStage stage)
    {
        if (Stage != stage)
        {
            throw new InvalidOperationException($"Not possible in stage {Stage}.");
        }
    }
}

public enum SourceKind
{
    Initiative,
    Consultation,
    Finding,
}

/// <summary>One thing that a recommendation rests on: an idea, the result of a vote, or what a group of children found.</summary>
public sealed class RecommendationSource
{
    internal RecommendationSource(Guid recommendationId, SourceKind kind, Guid itemId) => (RecommendationId, Kind, ItemId) = (recommendationId, kind, itemId);

    public Guid RecommendationId { get; private init; }

    public SourceKind Kind { get; private init; }

    public Guid ItemId { get; private init; }
}

/// <summary>What was answered, once; a withdrawn one stays to be read.</summary>
public sealed class RecommendationAnswer
{
    private RecommendationAnswer()
    {
    }

    internal RecommendationAnswer(Guid recommendationId, int position, DateTime at, OwedAnswer answer)
    {
        (RecommendationId, Position, At) = (recommendationId, position, at);
        (Decision, Reason, Text, Young) = (answer.Decision, answer.Reason, answer.Text, answer.Young);
        (Office, Follows, FollowsOn) = (answer.Office, answer.Follows, answer.FollowsOn);
    }

    public Guid RecommendationId { get; private init; }

    public int Position { get; private init; }

    public DateTime At { get; private init; }

    public Decision Decision { get; private init; }

    public AnswerReason? Reason { get; private init; }

    public string Text { get; private init; } = "";

    public string Young { get; private init; } = "";

    public string Office { get; private init; } = "";

    public string Follows { get; private init; } = "";

    public DateOnly? FollowsOn { get; private init; }

    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnBecause { get; private set; }

    public OwedAnswer Words => new(Decision, Reason, Text, Office, Young, Follows, FollowsOn);

    internal void Withdraw(string because, DateTime now) => (WithdrawnBecause, WithdrawnAt) = (because, now);
}

public static class RecommendationRules
{
    public const int DaysToAnswer = AnswerRules.DaysToAnswer;

    public static readonly Refusal NotWaiting = new("council.recommendation.not-waiting");
    public static readonly Refusal NotADraft = new("council.recommendation.not-a-draft");
    public static readonly Refusal NotAdopted = new("council.recommendation.not-adopted");

    public static readonly Refusal AdoptedInTheFuture = new("council.recommendation.adopted-in-the-future");
    public static readonly Refusal AdoptedTooLongAgo = new("council.recommendation.adopted-too-long-ago");

    /// <summary>What was adopted more than a year ago is history and does not start a clock.</summary>
    public static Refusal? RefuseAdoptionDate(DateOnly adoptedOn, DateOnly today) =>
        adoptedOn > today ? AdoptedInTheFuture : adoptedOn < today.AddYears(-1) ? AdoptedTooLongAgo : null;

    public static Refusal? RefuseToRewrite(Recommendation recommendation) => recommendation.Stage is RecommendationStage.Draft ? null : NotADraft;

    public static Refusal? RefuseToSend(Recommendation recommendation) => recommendation.Stage is RecommendationStage.Adopted ? null : NotAdopted;

    public static Refusal? RefuseToAnswer(Recommendation recommendation) =>
        recommendation.Stage is RecommendationStage.Sent ? null : NotWaiting;

    /// <summary>A reason of the fixed list goes with it where one fits.</summary>
    public static Refusal? RefuseToAnswer(Recommendation recommendation, Decision decision, AnswerReason? reason) =>
        RefuseToAnswer(recommendation) ?? AnswerRules.RefuseReason(decision, reason);

    public static Refusal? RefuseToWithdrawAnswer(Recommendation recommendation) =>
        recommendation.Stage is RecommendationStage.Answered ? null : AnswerRules.NothingToWithdraw;

    /// <summary>The date that the public clock counts to; null while it has not been sent, or is answered.</summary>
    public static DateOnly? DueOn(RecommendationStage stage, DateOnly? answerDueOn) => stage is RecommendationStage.Sent ? answerDueOn : null;

    /// <summary>Whole days past the due date while no answer is there.</summary>
    public static int? DaysOverdue(RecommendationStage stage, DateOnly? dueOn, DateOnly today) => AnswerRules.DaysOverdue(DueOn(stage, dueOn), today);
}

public sealed record RecommendationDrafted(Actor By, DateTime At) : Change(By, At);

public sealed record RecommendationRewritten(Actor By, DateTime At) : Change(By, At);

public sealed record RecommendationAdopted(Actor By, DateTime At) : Change(By, At);

public sealed record RecommendationLinked(Actor By, DateTime At) : Change(By, At);

public sealed record RecommendationSent(Actor By, DateTime At) : Change(By, At);

public sealed record RecommendationAnswered(Actor By, DateTime At, Decision Decision) : Change(By, At);

public sealed record RecommendationAnswerWithdrawn(Actor By, DateTime At) : Change(By, At);
