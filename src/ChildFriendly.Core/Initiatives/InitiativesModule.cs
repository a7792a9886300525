using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Initiatives;

/// <summary>How long what children wrote is kept: the defaults of the data protection assessment, to be set by the controller.</summary>
public static class InitiativesModule
{
    private const int DraftDays = 30;
    private const int UnpublishedDays = 90;
    private const int AuthorMonths = 12;

    private static readonly InitiativeStage[] Over =
    [
        InitiativeStage.NotNow, InitiativeStage.Declined, InitiativeStage.MergedInto, InitiativeStage.NotSelected, InitiativeStage.Done,
        InitiativeStage.ConfirmedByChildren, InitiativeStage.Hidden,
    ];

    public static IReadOnlyList<RetentionRule> Retention { get; } =
    [
        RetentionRule.OneByOne("drafts", OldDrafts, (db, idea, _) => db.Remove(idea)),
        RetentionRule.OneByOne("unpublished", OldUnpublished, (_, idea, now) =>
        {
            if (idea.Stage == InitiativeStage.SentBack)
            {
                idea.Withdraw(now);
            }

            idea.Forget(Actor.Program, now);
        }),
        RetentionRule.OneByOne("authors", OldAuthors, (_, idea, now) => idea.LoseAuthor(Actor.Program, now)),
    ];

    private static IQueryable<Initiative> OldDrafts(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddDays(-DraftDays);
        return db.Initiatives.Where(i => i.Stage == InitiativeStage.Draft && i.ChangedAt < before);
    }

    /// <summary>Also what was sent back with a question that nobody answered.</summary>
    private static IQueryable<Initiative> OldUnpublished(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddDays(-UnpublishedDays);
        return db.Initiatives.Where(i => i.ChangedAt < before && i.Title != ""
            && (i.Stage == InitiativeStage.NotPublished || i.Stage == InitiativeStage.Withdrawn || i.Stage == InitiativeStage.SentBack));
    }

    private static IQueryable<Initiative> OldAuthors(ChildFriendlyDb db, DateTime now)
    {
        var before = now.AddMonths(-AuthorMonths);
        return db.Initiatives.Where(i => i.AuthorId != null && i.ChangedAt < before && Over.Contains(i.Stage));
    }
}
