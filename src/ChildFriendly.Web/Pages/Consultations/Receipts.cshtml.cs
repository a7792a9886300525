using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations;

public sealed class ReceiptsModel(BallotBox box, WordLists words) : SitePage
{
    public Consultation Consultation { get; private set; } = null!;

    /// <summary>All receipts, or those that hold every word looked for.</summary>
    public IReadOnlyList<string> Receipts { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "words")]
    public string? Words { get; set; }

    public async Task<IActionResult> OnGetAsync(int number)
    {
        var found = await Db.Consultations.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == number);
        if (found is null || !ConsultationRules.ShowsResults(found))
        {
            return NotFound();
        }

        Consultation = found;
        var wanted = PlainText.Fold(Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Receipts = (await box.ReceiptsAsync(found.Id)).Where(r => IsWanted(r, wanted)).Select(r => words.ReceiptOf(r, Lang)).Order(T().Order).ToList();
        return Page();

        // Whoever voted in another language has the words of that language.
        bool IsWanted(byte[] receipt, string[] wanted) =>
            wanted.Length == 0 || Languages.All.Any(l => wanted.All(PlainText.Fold(words.ReceiptOf(receipt, l.Code)).Split(' ').Contains));

        Wording T() => HttpContext.RequestServices.GetRequiredService<Wording>();
    }
}
