using ChildFriendly.Core.Consultations;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Consultations;

/// <summary>A class votes on one device: it begins here, and between two children the device waits here with nothing of the one before.</summary>
public sealed class ClassModel(OpenVotes votes) : SitePage
{
    public Consultation Consultation { get; private set; } = null!;

    /// <summary>The device already goes from child to child for this vote.</summary>
    public bool HasBegun { get; private set; }

    private ClassVote ThisVote => new(Here.Slug, Consultation.Number);

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        HasBegun = ClassVote.Of(Request) == ThisVote;
        if (HasBegun && Card is not null)
        {
            // Whoever was inside hands the device on, also when they came here by going back.
            await EndSessionAsync();
        }

        if (ConsultationRules.StageAt(Consultation.Stage, Consultation.ClosesAt, Now) == ConsultationStage.Open)
        {
            if (HasBegun && Card is not null)
            {
                // Somebody who may not vote here, or who went away from the ballot: the next child finds nobody.
                await EndSessionAsync();
            }

            return Page();
        }

        return Ended();
    }

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        ThisVote.Begin(Response);
        return Redirect(ThisVote.Path(Lang));
    }

    public async Task<IActionResult> OnPostEndAsync(int number) => await FindAsync(number) ? Ended() : NotFound();

    private async Task<bool> FindAsync(int number)
    {
        if (await votes.FindAsync(Db, Here.Id, number, Now) is not { } found)
        {
            return false;
        }

        Consultation = found;
        return true;
    }

    private RedirectResult Ended()
    {
        if (ClassVote.Of(Request) == ThisVote)
        {
            ClassVote.End(Response);
        }

        return Redirect($"{Home}/consultations/{Consultation.Number}");
    }
}
