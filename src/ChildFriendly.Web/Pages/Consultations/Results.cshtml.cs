using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations;

public sealed class ResultsModel : SitePage
{
    public Consultation Consultation { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, int> MeasureNumbers { get; private set; } = new Dictionary<Guid, int>();

    public int? DaysWithoutDecision => ConsultationRules.DaysWithoutDecision(Consultation, Today);

    public async Task<IActionResult> OnGetAsync(int number)
    {
        var found = await Db.Consultations.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == number);
        if (found is null || !ConsultationRules.ShowsResults(found))
        {
            return NotFound();
        }

        Consultation = found;
        var ids = found.Questions.SelectMany(q => q.Options).Select(o => o.InitiativeId).ToList();
        MeasureNumbers = await Db.Measures.IgnoreAutoIncludes().Where(m => m.InitiativeId != null && ids.Contains(m.InitiativeId))
            .ToDictionaryAsync(m => m.InitiativeId!.Value, m => m.Number);
        return Page();
    }
}
