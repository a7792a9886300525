using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

public enum ProposalOutcome
{
    TakenUp,
    PartlyTakenUp,
    NotTakenUp,
}

/// <summary>What became of a proposal, or of several that are alike, and why.</summary>
public sealed class DebateAnswer : Entity, ILocal
{
    public const int ReasonMaxLength = 600;
    public const int YoungMaxLength = 300;

    private readonly List<AnsweredProposal> proposals = [];

    public Guid LocalityId { get; private init; }

    public Guid PlanId { get; private init; }

    public ProposalOutcome Outcome { get; private set; }

    /// <summary>For 11–17 and everybody else.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The same, shorter, for 6–10.</summary>
    public string Young { get; private set; } = "";

    /// <summary>Who answers: an office, never a person.</summary>
    public string Office { get; private set; } = "";

    public DateOnly AnsweredOn { get; private init; }

    /// <summary>When it was last put right; null where it never was.</summary>
    public DateOnly? CorrectedOn { get; private set; }

    /// <summary>What it said before that.</summary>
    public ProposalOutcome? EarlierOutcome { get; private set; }

    public string EarlierReason { get; private set; } = "";

    public IReadOnlyList<AnsweredProposal> Proposals => proposals;

    /// <param name="proposalIds">Of children's remarks and of what was noted.</param>
    public static DebateAnswer Give(
        ActionPlan plan, IReadOnlyCollection<Guid> proposalIds, ProposalOutcome outcome, string reason, string young, string office, Actor by, DateTime now, Guid? id = null)
    {
        var answer = new DebateAnswer
        {
            Id = id ?? Guid.CreateVersion7(),
            LocalityId = plan.LocalityId,
            PlanId = plan.Id,
            Outcome = outcome,
            Reason = reason,
            Young = young,
            Office = office,
            AnsweredOn = RomanianTime.DateOf(now),
        };
        answer.proposals.AddRange(proposalIds.Select(i => new AnsweredProposal(i, answer.Id)));
        answer.Record(new ProposalsAnswered(by, now, outcome, proposalIds.Count));
        return answer;
    }

    /// <summary>What it said stays to be read beside what it says now.</summary>
    public void Correct(ProposalOutcome outcome, string reason, string young, string office, Actor by, DateTime now)
    {
        if ((outcome, reason, young, office) == (Outcome, Reason, Young, Office))
        {
            return;
        }

        (EarlierOutcome, EarlierReason, CorrectedOn) = (Outcome, Reason, RomanianTime.DateOf(now));
        (Outcome, Reason, Young, Office) = (outcome, reason, young, office);
        Record(new DebateAnswerCorrected(by, now, outcome));
    }
}

/// <summary>A proposal has one answer.</summary>
public sealed class AnsweredProposal(Guid proposalId, Guid answerId)
{
    public Guid ProposalId { get; private init; } = proposalId;

    public Guid AnswerId { get; private init; } = answerId;
}

public sealed record DebateAnswerCorrected(Actor By, DateTime At, ProposalOutcome Outcome) : Change(By, At);

public sealed record ProposalsAnswered(Actor By, DateTime At, ProposalOutcome Outcome, int Proposals) : Change(By, At);
