using ChildFriendly.Core.ActionPlans;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>What needs the town hall this month, each line one press from the right form.</summary>
public sealed class NeedsModel : SitePage
{
    public IReadOnlyList<Need> Needs { get; private set; } = [];

    public async Task OnGetAsync() => Needs = await Db.NeedsAsync(Here.Id, Now);

    public string AddressOf(Need need) => need.Kind switch
    {
        NeedKind.Idea => $"{Desk}/initiatives/{need.Number}",
        NeedKind.Recommendation => $"{Desk}/council/recommendations/{need.Number}/answer",
        NeedKind.Milestone => $"{Desk}/plan/{need.Number}/milestones",
        NeedKind.Value => $"{Desk}/plan/{need.Number}/indicators/{need.Position}/value?year={Today.Year - 1}",
        _ => $"{Desk}/plan/{need.Number}/progress",
    };

    /// <summary>How many days late; null where it is not.</summary>
    public int? DaysLate(Need need) => need.Kind != NeedKind.Stale && need.DueOn < Today ? Today.DayNumber - need.DueOn.Value.DayNumber : null;
}
