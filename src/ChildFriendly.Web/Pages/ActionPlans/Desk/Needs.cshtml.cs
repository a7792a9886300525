using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Web.Access;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>What needs the town hall this month, each line one press from the right form.</summary>
public sealed class NeedsModel : SitePage
{
    public IReadOnlyList<Need> Needs { get; private set; } = [];

    public async Task OnGetAsync() => Needs = await Db.NeedsAsync(Here.Id, Now);

    public string AddressOf(Need need) => DeskLinks.FormOf(Desk, need.Kind, need.Number, need.Position, Today.Year - 1);

    /// <summary>How many days late; null where it is not.</summary>
    public int? DaysLate(Need need) => need.Kind != NeedKind.Stale && need.DueOn < Today ? Today.DayNumber - need.DueOn.Value.DayNumber : null;
}
