using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations;

/// <summary>Everything children wrote to one open question.</summary>
public sealed class AnswersModel : SitePage
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    public Consultation Consultation { get; private set; } = null!;

    public Question Question { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<WrittenAnswer> Answers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, int question)
    {
        ModelState.Clear();
        Consultation = (await Db.Consultations.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == number))!;
        Question = Consultation?.Questions.SingleOrDefault(q => q.Position == question && q.IsOpen)!;
        if (Question is null || !ConsultationRules.ShowsResults(Consultation!))
        {
            return NotFound();
        }

        var shown = WrittenAnswer.Shown(Db, Question);
        Paging = Paging.Of(PageNumber, PageSize, await shown.CountAsync());
        Answers = await shown.Skip(Paging.Skip).Take(PageSize).ToListAsync();
        return Page();
    }
}
