namespace ChildFriendly.Core.Moderation;

public static class ModerationQueries
{
    /// <summary>What moderators are to decide, and all that they know of.</summary>
    public static IQueryable<ModerationCase> AwaitingModerators(this IQueryable<ModerationCase> cases) =>
        cases.Where(c => c.DecidedAt == null && c.Stage != ModerationStage.Concern);
}
