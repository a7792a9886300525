using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Child;

[InKeyLanguages]
public sealed class VotedModel(ConsultationKeys keys, WordLists words) : SitePage
{
    public Consultation Consultation { get; private set; } = null!;

    public string Receipt { get; private set; } = "";

    /// <summary>The child wrote something too, and a person reads it first.</summary>
    public bool HasWords { get; private set; }

    /// <summary>The device goes on to the next child; null where it belongs to whoever holds it.</summary>
    public ClassVote? Class { get; private set; }

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
        HasWords = found.Questions.Any(q => q.IsOpen) && await Db.OpenAnswers.AnyAsync(a => a.ConsultationId == found.Id && a.AuthorId == Me.Id);
        if (ClassVote.Of(Request) is { } vote && vote == new ClassVote(Here.Slug, number))
        {
            // The device goes on to the next child, also when nobody presses anything.
            Class = vote;
            await EndSessionAsync();
        }

        return Page();
    }
}
