using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>A page of the desk about one measure.</summary>
public abstract class MeasurePage : SitePage
{
    public Measure Measure { get; private set; } = null!;

    public string Back => $"{Desk}/plan/{Measure.Number}";

    protected async Task<bool> FindAsync(int number)
    {
        Measure = (await Db.Measures.InLocality(Here.Id).Include(m => m.Milestones).Include(m => m.Budget).Include(m => m.Indicators).AsSplitQuery().SingleOrDefaultAsync(m => m.Number == number))!;
        return Measure is not null;
    }
}
