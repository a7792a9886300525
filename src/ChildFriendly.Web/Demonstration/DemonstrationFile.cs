using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.FocusGroups;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Shared;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ChildFriendly.Web.Demonstration;

/// <summary>The invented examples of one locality, as they are written in <c>content/demo/{locality}.yaml</c>.</summary>
public sealed class DemonstrationFile
{
    /// <summary>A band in which so few children have a card that it is never shown.</summary>
    public AgeBand? FewChildren { get; set; }

    public List<ExampleInitiative> Initiatives { get; set; } = [];

    public List<ExampleConsultation> Consultations { get; set; } = [];

    public ExamplePlan Plan { get; set; } = new();

    public ExampleCouncil Council { get; set; } = new();

    public List<ExampleFocusGroup> FocusGroups { get; set; } = [];

    public static DemonstrationFile Read(string locality)
    {
        using var reader = new StreamReader(Path.Combine(Portal.FolderOf("content/demo"), $"{locality}.yaml"));
        return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<DemonstrationFile>(reader);
    }
}

public sealed class ExampleInitiative
{
    public string Key { get; set; } = "";

    public GoalArea Goal { get; set; }

    public AgeBand Band { get; set; }

    public string Title { get; set; } = "";

    public string Text { get; set; } = "";

    public string Place { get; set; } = "";

    public string Helps { get; set; } = "";

    public InitiativeStage Stage { get; set; }

    public int DaysAgo { get; set; }

    public int Supporters { get; set; }

    /// <summary>Why the first supporters want it too.</summary>
    public List<string> SupportReasons { get; set; } = [];

    public string? Reason { get; set; }

    public string? Sentence { get; set; }

    public string? Into { get; set; }

    /// <summary>What is to be seen on the drawing that goes with it; it waits with an idea that waits.</summary>
    public string? Drawing { get; set; }

    /// <summary>A voice message waits with it.</summary>
    public bool Voice { get; set; }

    public AnswerReason AnswerReason => Enum.Parse<AnswerReason>(Reason!);

    public ModerationReason ModerationReason => Enum.Parse<ModerationReason>(Reason!);
}

public sealed class ExampleConsultation
{
    public string Key { get; set; } = "";

    public ConsultationStage Stage { get; set; }

    public string Title { get; set; } = "";

    public string About { get; set; } = "";

    public string DecisionMaker { get; set; } = "";

    public string CanChange { get; set; } = "";

    /// <summary>How children vote; approval where it is not said.</summary>
    public BallotKind Kind { get; set; }

    /// <summary>The usual one of the kind where it is not said.</summary>
    public CountingRule? Rule { get; set; }

    public int? Points { get; set; }

    public long? BudgetLei { get; set; }

    public int Winners { get; set; }

    public int MaxChoices { get; set; }

    public int Ballots { get; set; }

    public string? Heard { get; set; }

    public List<ExampleOption> Options { get; set; } = [];

    /// <summary>A second question, to some age bands only, among things that are nobody's idea.</summary>
    public ExampleQuestion? Also { get; set; }
}

public sealed class ExampleQuestion
{
    public string Text { get; set; } = "";

    public BallotKind Kind { get; set; }

    public AgeBands Audience { get; set; }

    public List<ExampleOption> Options { get; set; } = [];

    /// <summary>What children write where the question is open.</summary>
    public List<ExampleWords> Answers { get; set; } = [];
}

public sealed class ExampleWords
{
    public string Text { get; set; } = "";

    public ShortTextStage Stage { get; set; } = ShortTextStage.Published;

    public ModerationReason ModerationReason { get; set; }

    /// <summary>The moderator's, where it is not published.</summary>
    public string? Sentence { get; set; }
}

public sealed class ExampleOption
{
    /// <summary>Where it is nobody's idea.</summary>
    public string Title { get; set; } = "";

    public string? Picture { get; set; }

    public string Initiative { get; set; } = "";

    public int Weight { get; set; }

    public long CostLei { get; set; }

    public Decision? Decision { get; set; }

    public string? Reason { get; set; }
}

public sealed class ExamplePlan
{
    public string Title { get; set; } = "";

    public string Summary { get; set; } = "";

    public int FromYear { get; set; }

    public int ToYear { get; set; }

    /// <summary>Null where the plan was put here already adopted.</summary>
    public ExampleDebate? Debate { get; set; }

    public ExampleSituation? Situation { get; set; }

    /// <summary>Where there was no debate.</summary>
    public int AdoptedDaysAgo { get; set; } = 190;

    public ExampleMonitoring? Monitoring { get; set; }

    public List<ExampleMeasure> Measures { get; set; } = [];
}

/// <summary>The report on a year that is over: most of what it counts is from before the examples begin.</summary>
public sealed class ExampleMonitoring
{
    public int Year { get; set; }

    public string Summary { get; set; } = "";

    public string Young { get; set; } = "";

    public string Missing { get; set; } = "";

    /// <summary>By age band.</summary>
    public int[] Children { get; set; } = [];

    public int Papers { get; set; }

    public int Groups { get; set; }

    public int[] InGroups { get; set; } = [];

    public int Ideas { get; set; }

    /// <summary>Asked, on time, late, open, open too long, median.</summary>
    public int[] IdeaAnswers { get; set; } = [];

    public int[] RecommendationAnswers { get; set; } = [];

    public List<ExampleMonitored> Measures { get; set; } = [];
}

public sealed class ExampleMonitored
{
    public int Number { get; set; }

    public MeasureStage Stage { get; set; }

    public string Reason { get; set; } = "";

    public long PlannedLei { get; set; }

    public long SpentLei { get; set; }

    public int Reports { get; set; }

    /// <summary>By answer; empty where fewer than five children said something.</summary>
    public int[] Checks { get; set; } = [];
}

/// <summary>A public debate: over and followed by the decision, or still open.</summary>
public sealed class ExampleDebate
{
    public int OpenedDaysAgo { get; set; }

    public int Days { get; set; }

    /// <summary>The plan becomes a decision of the Local Council.</summary>
    public bool IsCouncilDecision { get; set; }

    /// <summary>Null while the plan is not adopted.</summary>
    public string? DecisionNumber { get; set; }

    public int DecidedDaysAgo { get; set; }

    public string DecisionLink { get; set; } = "";

    /// <summary>What is missing in the plan as a whole.</summary>
    public List<ExampleProposal> Missing { get; set; } = [];
}

public sealed class ExampleProposal
{
    public string Text { get; set; } = "";

    /// <summary>Null where a child says it with a card.</summary>
    public ProposalSource? Source { get; set; }

    public int People { get; set; }

    /// <summary>A moderator has not read it yet.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>Null where it has no answer.</summary>
    public ProposalOutcome? Outcome { get; set; }

    public string Reason { get; set; } = "";

    public string Young { get; set; } = "";
}

/// <summary>What a measure was in the draft.</summary>
public sealed class ExampleBefore
{
    public string? Title { get; set; }

    public string? Text { get; set; }

    public string? Responsible { get; set; }

    public int? DueInMonths { get; set; }

    public long? BudgetLei { get; set; }
}

public sealed class ExampleSituation
{
    public int DaysAgo { get; set; }

    public string Text { get; set; } = "";

    public string Young { get; set; } = "";

    public List<ExampleFigure> Figures { get; set; } = [];
}

public sealed class ExampleFigure
{
    public string Name { get; set; } = "";

    public long Value { get; set; }

    public string Unit { get; set; } = "";

    public string Source { get; set; } = "";
}

public sealed class ExampleMeasure
{
    public string Key { get; set; } = "";

    public GoalArea Goal { get; set; }

    public string Title { get; set; } = "";

    public string Text { get; set; } = "";

    public string Responsible { get; set; } = "";

    public string WhatChanges { get; set; } = "";

    public int? Article { get; set; }

    public string Partners { get; set; } = "";

    public string Risks { get; set; } = "";

    public List<ExampleMilestone> Milestones { get; set; } = [];

    /// <summary>Of the plan's first year, from the locality's own budget: what of it is committed and spent.</summary>
    public long? CommittedLei { get; set; }

    public long? SpentLei { get; set; }

    public ExampleIndicator? Indicator { get; set; }

    /// <summary>How many children can see it, cannot, and did not ask for it so.</summary>
    public List<int> Checks { get; set; } = [];

    public List<string> CheckWords { get; set; } = [];

    /// <summary>How many children like it in the draft, are not sure, do not like it.</summary>
    public List<int> Faces { get; set; } = [];

    public List<ExampleProposal> Proposals { get; set; } = [];

    /// <summary>What the draft said, where it said something else.</summary>
    public ExampleBefore? Before { get; set; }

    /// <summary>Came into the plan after the debate.</summary>
    public bool IsAfterDebate { get; set; }

    public int DueInMonths { get; set; }

    public long? BudgetLei { get; set; }

    public string? Initiative { get; set; }

    public int? Recommendation { get; set; }

    public string? CouncilView { get; set; }

    public List<ExampleUpdate> Updates { get; set; } = [];
}

public sealed class ExampleMilestone
{
    public string Title { get; set; } = "";

    public int DueInMonths { get; set; }

    public int? DoneDaysAgo { get; set; }
}

public sealed class ExampleIndicator
{
    public string Name { get; set; } = "";

    public string Definition { get; set; } = "";

    public string Unit { get; set; } = "";

    public long From { get; set; }

    public long To { get; set; }

    public bool FallsWhenBetter { get; set; }

    /// <summary>By year.</summary>
    public Dictionary<int, long> Values { get; set; } = [];

    public string Source { get; set; } = "";
}

public sealed class ExampleUpdate
{
    public int DaysAgo { get; set; }

    public MeasureStage Stage { get; set; }

    public string Text { get; set; } = "";

    public string Unit { get; set; } = "";
}

public sealed class ExampleCouncil
{
    public string HowChosen { get; set; } = "";

    public string Does { get; set; } = "";

    public string Reach { get; set; } = "";

    public string Meets { get; set; } = "";

    public int From11To13 { get; set; } = 8;

    public int From14To17 { get; set; } = 10;

    public List<ExampleMeeting> Meetings { get; set; } = [];

    public List<ExampleRecommendation> Recommendations { get; set; } = [];

    public List<ExamplePoll> Polls { get; set; } = [];

    /// <summary>Wordings and comments of members, and points that children propose.</summary>
    public List<ExampleContribution> Contributions { get; set; } = [];
}

public sealed class ExampleMeeting
{
    public int DaysAgo { get; set; }

    public string Title { get; set; } = "";

    public string Place { get; set; } = "";

    public string Invitation { get; set; } = "";

    public int? Attended { get; set; }

    public List<string> Agenda { get; set; } = [];

    public string? Summary { get; set; }

    public string Young { get; set; } = "";

    public List<string> Decisions { get; set; } = [];
}

public sealed class ExampleRecommendation
{
    public string Title { get; set; } = "";

    public string Text { get; set; } = "";

    public string Addressee { get; set; } = "";

    public AddresseeKind Kind { get; set; } = AddresseeKind.LocalCouncil;

    public RecommendationStage Stage { get; set; } = RecommendationStage.Sent;

    public int DaysAgo { get; set; }

    /// <summary>Ideas that it rests on, by key.</summary>
    public List<string> Ideas { get; set; } = [];

    /// <summary>An answer that was taken back, before the one that stands.</summary>
    public ExampleAnswer? Withdrawn { get; set; }

    public ExampleAnswer? Answer { get; set; }
}

public sealed class ExampleAnswer
{
    public Decision Decision { get; set; }

    public AnswerReason? Fits { get; set; }

    public string Reason { get; set; } = "";

    public string Young { get; set; } = "";

    public string Follows { get; set; } = "";

    public int? FollowsInDays { get; set; }

    public string Office { get; set; } = "";

    public int DaysAgo { get; set; }

    /// <summary>Why it was taken back, where it was.</summary>
    public string Because { get; set; } = "";
}

public sealed class ExamplePoll
{
    public string Question { get; set; } = "";

    public List<string> Options { get; set; } = [];

    public int ClosesInDays { get; set; }
}

public sealed class ExampleContribution
{
    public ContributionKind Kind { get; set; }

    public string Text { get; set; } = "";

    public int DaysAgo { get; set; }

    public bool IsWaiting { get; set; }
}

public sealed class ExampleFocusGroup
{
    public int DaysAgo { get; set; }

    public string Topic { get; set; } = "";

    public string DecisionMaker { get; set; } = "";

    public PlaceKind PlaceKind { get; set; }

    public int Minutes { get; set; }

    public Dictionary<AgeBand, int> Groups { get; set; } = [];

    public string? Consultation { get; set; }

    public List<ExampleFinding> Findings { get; set; } = [];
}

public sealed class ExampleFinding
{
    public string Statement { get; set; } = "";

    public int Agreed { get; set; }

    public GoalArea Goal { get; set; }
}
