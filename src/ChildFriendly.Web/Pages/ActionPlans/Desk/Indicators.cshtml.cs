using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

public sealed class IndicatorsModel : MeasurePage
{
    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();
}
