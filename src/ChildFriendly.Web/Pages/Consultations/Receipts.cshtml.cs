using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations;

public sealed class ReceiptsModel(BallotBox box, WordLists words) : SitePage
{
    public Consultation Consultation { get; private set; } = null!;

    public IReadOnlyList<string> Receipts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number)
    {
        var found = await Db.Consultations.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == number);
        if (found is null || !ConsultationRules.ShowsResults(found))
        {
            return NotFound();
        }

        Consultation = found;
        Receipts = (await box.ReceiptsAsync(found.Id)).Select(r => words.ReceiptOf(r, Lang)).Order(T().Order).ToList();
        return Page();

        Wording T() => HttpContext.RequestServices.GetRequiredService<Wording>();
    }
}
