using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Staff.Consents;

/// <summary>Which papers of parents hold, by the number on the paper.</summary>
public sealed class ListModel : SitePage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<ParentConsent> Consents { get; private set; } = [];

    /// <summary>The addresses of those who wrote them down.</summary>
    public IReadOnlyDictionary<Guid, string> RecordedBy { get; private set; } = new Dictionary<Guid, string>();

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        var here = Db.ParentConsents.AsNoTracking().InLocality(Here.Id);
        Paging = Paging.Of(Number, PageSize, await here.CountAsync());
        Consents = await here.OrderByDescending(c => c.Number).Skip(Paging.Skip).Take(PageSize).ToListAsync();
        RecordedBy = await Db.StaffAccounts.EmailsOfAsync(Consents.Select(c => c.RecordedById));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int number)
    {
        ModelState.Clear();
        if (await Db.ParentConsents.InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == number) is not { } consent)
        {
            return NotFound();
        }

        if (ParentConsentRules.RefuseToWithdraw(consent) is null)
        {
            consent.Withdraw(AsFirstOf(Role.LocalityAdmin, Role.Facilitator, Role.CouncilCoordinator), Now);
            await Db.TrySaveAsync();
        }

        return Tell($"{Desk}/consents", "consent-withdrawn");
    }
}
