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
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        var wanted = PlainText.Fold(Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Receipts = (await box.ReceiptsAsync(Consultation.Id)).Where(r => IsWanted(r, wanted)).Select(r => words.ReceiptOf(r, Lang)).Order(T().Order).ToList();
        return Page();

        // Whoever voted in another language has the words of that language.
        bool IsWanted(byte[] receipt, string[] wanted) =>
            wanted.Length == 0 || Languages.All.Any(l => wanted.All(PlainText.Fold(words.ReceiptOf(receipt, l.Code)).Split(' ').Contains));

        Wording T() => HttpContext.RequestServices.GetRequiredService<Wording>();
    }

    /// <summary>The receipts in the order of their bytes, each as its bytes and its words: the leaves of the tree whose root was published.</summary>
    public async Task<IActionResult> OnGetListAsync(int number) => await FindAsync(number)
        ? Content(string.Concat((await box.ReceiptsAsync(Consultation.Id)).Select(r => $"{Convert.ToHexStringLower(r)} {words.ReceiptOf(r, Lang)}\n")), "text/plain; charset=utf-8")
        : NotFound();

    private async Task<bool> FindAsync(int number)
    {
        Consultation = (await Db.Consultations.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == number))!;
        return Consultation is not null && ConsultationRules.ShowsResults(Consultation);
    }
}
