using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>All about one measure, and what can be done with it.</summary>
public sealed class MeasureModel : MeasurePage
{
    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();
}
