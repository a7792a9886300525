using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.AdvisoryCouncils;

public enum RecommendationStage
{
    Draft,
    Adopted,
    Sent,
    Answered,
}

/// <summary>What the children's council asks of a named addressee, who owes an answer with reasons.</summary>
public sealed class Recommendation : Entity, INumbered
{
    public const int TitleMaxLength = 120;
    public const int TextMaxLength = 2000;
    public const int AddresseeMaxLength = 120;
    public const int ReasonMaxLength = 1000;

    public Guid LocalityId { get; private init; }

    public int Number { get; private init; }

    public string Title { get; private init; } = "";

    public string Text { get; private init; } = "";

    public string Addressee { get; private init; } = "";

    public RecommendationStage Stage { get; private set; }

    public DateOnly AdoptedOn { get; private init; }

    public DateTime? SentAt { get; private set; }

    public DateOnly? AnswerDueOn { get; private set; }

    public Decision? Decision { get; private set; }

    public string? AnswerReason { get; private set; }

    public string? AnsweredBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    internal override Enum? AuditedStage => Stage;

    public static Recommendation Adopt(
        Guid localityId, int number, string title, string text, string addressee, DateOnly adoptedOn, Actor by, DateTime now, Guid? id = null)
    {
        var recommendation = new Recommendation
        {
            Id = id ?? Guid.CreateVersion7(),
            LocalityId = localityId,
            Number = number,
            Title = title,
            Text = text,
            Addressee = addressee,
            AdoptedOn = adoptedOn,
            Stage = RecommendationStage.Adopted,
        };
        recommendation.Record(new RecommendationAdopted(by, now));
        return recommendation;
    }

    public void Send(Actor by, DateTime now)
    {
        Require(RecommendationStage.Adopted);
        SentAt = now;
        AnswerDueOn = RomanianTime.DateOf(now).AddDays(RecommendationRules.DaysToAnswer);
        Stage = RecommendationStage.Sent;
        Record(new RecommendationSent(by, now));
    }

    public void Answer(Decision decision, string reason, string office, Actor by, DateTime now)
    {
        Require(RecommendationStage.Sent);
        Decision = decision;
        AnswerReason = reason;
        AnsweredBy = office;
        AnsweredAt = now;
        Stage = RecommendationStage.Answered;
        Record(new RecommendationAnswered(by, now, decision));
    }

    private void Require(RecommendationStage stage)
    {
        if (Stage != stage)
        {
            throw new InvalidOperationException($"Not possible in stage {Stage}.");
        }
    }
}

public static class RecommendationRules
{
    public const int DaysToAnswer = 30;

    public static readonly Refusal NotWaiting = new("council.recommendation.not-waiting");

    public static readonly Refusal AdoptedInTheFuture = new("council.recommendation.adopted-in-the-future");
    public static readonly Refusal AdoptedTooLongAgo = new("council.recommendation.adopted-too-long-ago");

    /// <summary>What was adopted more than a year ago is history and does not start a clock.</summary>
    public static Refusal? RefuseAdoptionDate(DateOnly adoptedOn, DateOnly today) =>
        adoptedOn > today ? AdoptedInTheFuture : adoptedOn < today.AddYears(-1) ? AdoptedTooLongAgo : null;

    public static Refusal? RefuseToAnswer(Recommendation recommendation) =>
        recommendation.Stage is RecommendationStage.Sent ? null : NotWaiting;

    /// <summary>Whole days past the due date while no answer is there.</summary>
    public static int? DaysOverdue(RecommendationStage stage, DateOnly? dueOn, DateOnly today) =>
        stage is RecommendationStage.Sent && dueOn < today ? today.DayNumber - dueOn.Value.DayNumber : null;
}

public sealed record RecommendationAdopted(Actor By, DateTime At) : Change(By, At);

public sealed record RecommendationSent(Actor By, DateTime At) : Change(By, At);

public sealed record RecommendationAnswered(Actor By, DateTime At, Decision Decision) : Change(By, At);
