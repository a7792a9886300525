using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Web.Pages.Initiatives.Child;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Child;

/// <summary>Any child with a card proposes what the council talks about next.</summary>
[AtHome]
public sealed class ProposeModel(Concerns concerns) : SayPage(concerns)
{
    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        return await SendAsync(ContributionKind.AgendaPoint);
    }

    private async Task ReadAsync() => Mine = await Db.CouncilContributions.AsNoTracking().Where(c => c.AuthorId == Me.Id && c.Kind == ContributionKind.AgendaPoint)
        .OrderByDescending(c => c.WrittenOn).Take(10).ToListAsync();
}
