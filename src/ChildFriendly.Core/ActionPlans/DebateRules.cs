using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.ActionPlans;

/// <summary>Days that Law 52/2003 counts from the announcement of a draft decision.</summary>
/// <param name="ProposalsUntil">Written proposals are taken at least until then.</param>
/// <param name="SubmittedFrom">The draft goes on to be endorsed and adopted no earlier.</param>
public sealed record DebateDates(DateOnly AnnouncedOn, DateOnly ProposalsUntil, DateOnly SubmittedFrom);

public static class DebateRules
{
    /// <summary>Calendar days for written proposals (Law 52/2003). A plan that is no decision gives children the same.</summary>
    public const int FewestDays = 10;

    /// <summary>Working days from the announcement to submission (Law 52/2003, art. 7(2)).</summary>
    public const int WorkdaysToSubmission = 30;

    public static readonly Refusal NotADraft = new("plan.debate.not-a-draft");
    public static readonly Refusal NothingToDebate = new("desk.plan.debate.nothing-to-debate");
    public static readonly Refusal TooShort = new("desk.plan.debate.too-short", FewestDays);
    public static readonly Refusal TooLong = new("desk.plan.debate.too-long");
    public static readonly Refusal OtherLocality = new("plan.debate.other-locality");
    public static readonly Refusal NotOpen = new("plan.debate.not-open");
    public static readonly Refusal LeftOut = new("plan.debate.left-out");
    public static readonly Refusal NoDebate = new("desk.plan.debate.none");
    public static readonly Refusal StillOpen = new("desk.plan.debate.still-open");
    public static readonly Refusal NothingChosen = new("desk.plan.debate.nothing-chosen");
    public static readonly Refusal AnsweredAlready = new("desk.plan.debate.answered-already");
    public static readonly Refusal TextStands = new("desk.plan.debate.text-stands");
    public static readonly Refusal AfterTheDebate = new("desk.plan.adopt.after-the-debate");
    public static readonly Refusal DebateComesFirst = new("desk.plan.adopt.debate-comes-first");
    public static readonly Refusal AdoptedAlready = new("desk.plan.adopt.already");
    public static readonly Refusal DecidedInTheFuture = new("desk.plan.adopt.in-the-future");
    public static readonly Refusal DecidedBeforeTheEnd = new("desk.plan.adopt.before-the-end");

    public static DebateDates DatesOf(DateOnly announcedOn) =>
        new(announcedOn, announcedOn.AddDays(FewestDays), RomanianWorkdays.After(announcedOn, WorkdaysToSubmission));

    public static Refusal? RefuseToOpen(ActionPlan plan, int measures) => plan.Stage switch
    {
        not ActionPlanStage.Draft => NotADraft,
        _ when measures == 0 => NothingToDebate,
        _ => null,
    };

    /// <summary>The day of the announcement does not count.</summary>
    public static Refusal? RefusePeriod(DateOnly until, DateOnly today) =>
        until < today.AddDays(FewestDays) ? TooShort : until > today.AddYears(1) ? TooLong : null;

    public static Refusal? RefuseToReact(ActionPlan plan, Measure measure, Participant child, DateTime now) => measure switch
    {
        _ when child.LocalityId != plan.LocalityId => OtherLocality,
        _ when !plan.IsInDebate(now) => NotOpen,
        { Stage: MeasureStage.Stopped } => LeftOut,
        _ => null,
    };

    /// <param name="measure">Null where something is missing in the plan as a whole.</param>
    /// <param name="mine">Where what this child said there before stands: a moderator's question can be answered also after the end.</param>
    public static Refusal? RefuseToPropose(ActionPlan plan, Measure? measure, Participant child, ShortTextStage? mine, DateTime now) => measure switch
    {
        _ when child.LocalityId != plan.LocalityId => OtherLocality,
        _ when plan.Stage == ActionPlanStage.PublicDebate && mine == ShortTextStage.SentBack => null,
        _ when !plan.IsInDebate(now) => NotOpen,
        { Stage: MeasureStage.Stopped } => LeftOut,
        _ => null,
    };

    /// <summary>Letters and sheets of paper come in also after the last day, until the plan is adopted.</summary>
    public static Refusal? RefuseToNote(ActionPlan plan) => plan.Stage == ActionPlanStage.PublicDebate ? null : NotOpen;

    /// <summary>What has its answer stays.</summary>
    public static Refusal? RefuseToTakeBack(ActionPlan plan, bool isAnswered) => RefuseToNote(plan) ?? (isAnswered ? AnsweredAlready : null);

    /// <summary>While it is open, what was proposed can still change; what a moderator publishes late is answered late.</summary>
    public static Refusal? RefuseToAnswer(ActionPlan plan, DateTime now) =>
        plan.DebateUntil is null ? NoDebate : plan.IsInDebate(now) ? StillOpen : null;

    /// <summary>What is being debated stays as it is until the end.</summary>
    public static Refusal? RefuseToRewrite(ActionPlan plan, DateTime now) => plan.IsInDebate(now) ? TextStands : null;

    /// <param name="left">Published proposals that have no answer.</param>
    /// <param name="beingChecked">Proposals that a moderator still has to read.</param>
    public static Refusal? RefuseToAdopt(ActionPlan plan, int left, int beingChecked, DateTime now) => plan.Stage switch
    {
        ActionPlanStage.Draft => DebateComesFirst,
        not ActionPlanStage.PublicDebate => AdoptedAlready,
        _ when plan.IsInDebate(now) => AfterTheDebate,
        _ when left > 0 => Unanswered(left),
        _ when beingChecked > 0 => BeingChecked(beingChecked),
        _ => null,
    };

    public static Refusal? RefuseDecision(ActionPlan plan, DateOnly decidedOn, DateOnly today) =>
        decidedOn > today ? DecidedInTheFuture : decidedOn <= plan.DebateUntil ? DecidedBeforeTheEnd : null;

    private static Refusal Unanswered(int proposals) => new("desk.plan.adopt.unanswered", proposals);

    private static Refusal BeingChecked(int proposals) => new("desk.plan.adopt.being-checked", proposals);
}
