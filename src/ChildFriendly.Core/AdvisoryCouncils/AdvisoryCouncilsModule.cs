using ChildFriendly.Core.Data;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.AdvisoryCouncils;

public static class AdvisoryCouncilsModule
{
    private const int MonthsAfterMandate = 1;
    private const int ContributionMonths = 12;

    public static IReadOnlyList<JobSchedule> Jobs { get; } =
    [
        new(typeof(FillAgenda), TimeSpan.FromMinutes(10)),
        new(typeof(CloseCouncilPolls), TimeSpan.FromMinutes(10)),
    ];

    public static IReadOnlyList<RetentionRule> Retention { get; } =
    [
        RetentionRule.OneByOne("council-seats", OldSeats, (db, seat, now) =>
        {
            seat.Leave(Actor.Program, now);
            db.Remove(seat);
        }),
        RetentionRule.OneByOne("council-contributions", OldContributions, (db, contribution, _) => db.Remove(contribution)),
        RetentionRule.OneByOne("council-authors", OldAuthors, (_, contribution, now) => contribution.LoseAuthor(Actor.Program, now)),
    ];

    /// <summary>Saves nothing by itself; what was written goes with the other words (<see cref="ShortTexts.LeaveTextsAsync"/>).</summary>
    public static async Task LeavePollsAsync(this ChildFriendlyDb db, Guid participantId) =>
        db.RemoveRange(await db.CouncilPollVotes.Where(v => v.ParticipantId == participantId).ToListAsync());

    private static IQueryable<CouncilSeat> OldSeats(ChildFriendlyDb db, DateTime now)
    {
        var before = RomanianTime.DateOf(now).AddMonths(-MonthsAfterMandate);
        return db.CouncilSeats.Where(s => !db.ChildrensCouncils.Any(c => c.LocalityId == s.LocalityId && c.MandateTo >= before));
    }

    /// <summary>Wordings and comments have done their work by then; so has what was never shown.</summary>
    private static IQueryable<CouncilContribution> OldContributions(ChildFriendlyDb db, DateTime now)
    {
        var before = RomanianTime.DateOf(now).AddMonths(-ContributionMonths);
        return db.CouncilContributions.Where(c => c.WrittenOn < before
            && (c.Kind != ContributionKind.AgendaPoint || c.Stage == ShortTextStage.NotPublished || c.Stage == ShortTextStage.SentBack));
    }

    private static IQueryable<CouncilContribution> OldAuthors(ChildFriendlyDb db, DateTime now)
    {
        var before = RomanianTime.DateOf(now).AddMonths(-ContributionMonths);
        return db.CouncilContributions.Where(c => c.WrittenOn < before && c.AuthorId != null && c.Stage == ShortTextStage.Published);
    }
}
