using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Child;

[InKeyLanguages]
public sealed class VotedModel(ConsultationKeys keys, WordLists words) : SitePage
{
    public Consultation Consultation { get; private set; } = null!;

    public string Receipt { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int number)
    {
        var found = await Db.Consultations.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == number);
        if (found is not { Stage: ConsultationStage.Open } || !keys.Exists(found.Id)
            || !await Db.VoterMarks.AnyAsync(m => m.ConsultationId == found.Id && m.ParticipantId == Me.Id))
        {
            return Redirect($"{Home}/consultations/{number}");
        }

        Consultation = found;
        Receipt = words.ReceiptOf(keys.LoadOrCreate(found.Id).ReceiptOf(Me.CardId), Lang);
        return Page();
    }
}
