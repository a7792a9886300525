using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Moderation.Desk;

/// <summary>How much there was to do, how fast it was done, and whether two people decide alike. Nothing about a single person.</summary>
public sealed class QualityModel : SitePage
{
    private const int Weeks = 8;

    public int Waiting { get; private set; }

    public IReadOnlyList<Week> Lately { get; private set; } = [];

    public Agreement Agreement { get; private set; } = new(0, 0, null);

    public IReadOnlyList<(ModerationStage Outcome, int Count)> Outcomes { get; private set; } = [];

    /// <summary>Drawn, and nobody has looked yet.</summary>
    public IReadOnlyList<(Guid Id, DateOnly DrawnOn, bool IsForSomebodyElse)> Open { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var first = RomanianTime.MondayOf(Today).AddDays(-7 * (Weeks - 1));
        var since = RomanianTime.StartOf(first);
        var cases = Db.ModerationCases.AsNoTracking().InLocality(Here.Id);
        Waiting = await cases.Waiting().CountAsync();
        // What is somebody else's leaves the count as it leaves the queue: a difference between the two would tell of it.
        var came = await cases.Where(c => c.WaitingSince >= since && c.Stage != ModerationStage.Concern).Select(c => c.WaitingSince).ToListAsync();
        var decided = await cases.Where(c => c.DecidedAt >= since && c.Outcome != null && c.Stage == c.Outcome).Select(c => new { c.WaitingSince, c.DecidedAt, c.Outcome }).ToListAsync();
        var days = decided.ConvertAll(d => (Monday: RomanianTime.MondayOf(RomanianTime.DateOf(d.DecidedAt!.Value)), Days: RomanianWorkdays.Between(RomanianTime.DateOf(d.WaitingSince), RomanianTime.DateOf(d.DecidedAt.Value))));
        Lately = [.. Enumerable.Range(0, Weeks).Select(w => first.AddDays(7 * w)).Select(monday =>
        {
            var own = days.Where(d => d.Monday == monday).Select(d => d.Days).Order().ToList();
            return new Week(monday, came.Count(c => RomanianTime.MondayOf(RomanianTime.DateOf(c)) == monday), own.Count,
                own.Count == 0 ? null : own[own.Count / 2], own.Count(d => d > ModerationRules.TargetDays));
        }).Reverse()];
        Outcomes = [.. decided.GroupBy(d => d.Outcome!.Value).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];
        var reviews = await Db.DecisionReviews.AsNoTracking().InLocality(Here.Id).Join(Db.ModerationCases, r => r.CaseId, c => c.Id, (r, c) => new { Review = r, Decided = c }).ToListAsync();
        Agreement = Agreement.Of([.. reviews.Where(r => r.Review.Outcome is not null).Select(r => (r.Decided.Outcome!.Value, r.Review.Outcome!.Value))]);
        Open = [.. reviews.Where(r => r.Review.ReviewedAt is null).OrderBy(r => r.Review.DrawnOn).Select(r => (r.Review.Id, r.Review.DrawnOn, r.Decided.DecidedById == Staff!.Id))];
    }

    /// <param name="Median">Working days from arrival to decision; null in a week without decisions.</param>
    /// <param name="Late">Decided after the target.</param>
    public sealed record Week(DateOnly Monday, int Came, int Decided, int? Median, int Late);
}
