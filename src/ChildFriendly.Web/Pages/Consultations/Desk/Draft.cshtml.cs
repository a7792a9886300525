using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Desk;

/// <summary>A vote that is being prepared: its questions, announced together.</summary>
public sealed class DraftModel : SitePage
{
    public Consultation Vote { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAnnounceAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return await IsAnnouncedAsync(number) ? Tell($"{Desk}/consultations", "announced") : NotFound();
        }

        if (await VoteDraft.AnnounceAsync(Db, Vote, As(Role.CouncilStaff), Now) is { } refusal)
        {
            return Refuse(refusal);
        }

        if (await Db.TrySaveAsync())
        {
            return Tell($"{Desk}/consultations", "announced");
        }

        Db.ChangeTracker.Clear();
        return await FindAsync(number) ? Refuse(ConsultationRules.IdeaGone) : Tell($"{Desk}/consultations", "announced");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int number, Guid question)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (Vote.Questions.SingleOrDefault(q => q.Id == question) is { } asked)
        {
            Vote.Withdraw(asked);
            Db.Touch(Vote);
            await Db.TrySaveAsync();
        }

        return Redirect($"{Desk}/consultations/{number}/draft");
    }

    public async Task<IActionResult> OnPostDiscardAsync(int number)
    {
        if (await FindAsync(number))
        {
            Vote.Discard(As(Role.CouncilStaff), Now);
            Db.Remove(Vote);
            await Db.TrySaveAsync();
        }

        return Tell($"{Desk}/consultations", "draft-discarded");
    }

    private async Task<bool> FindAsync(int number)
    {
        Vote = (await Db.Consultations.InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == number && c.Stage == ConsultationStage.Draft))!;
        return Vote is not null;
    }

    private Task<bool> IsAnnouncedAsync(int number) => Db.Consultations.IgnoreAutoIncludes().InLocality(Here.Id).AnyAsync(c => c.Number == number);
}
