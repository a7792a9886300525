using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Pages.Initiatives.Child;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Child;

/// <summary>Any child with a card proposes what the council talks about next.</summary>
[AtHome]
public sealed class ProposeModel(Concerns concerns) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public SayInput Input { get; set; } = new();

    public IReadOnlyList<CouncilContribution> Mine { get; private set; } = [];

    public bool HasConcern { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Mine.Any(m => m.Id == Input.FormId))
        {
            // Pressed twice.
            return Tell($"{Home}/council/propose", "council-sent");
        }

        if (await Db.RefuseToSendAsync(Me, Here, Lang, Input.Text, concerns) is { } refusal)
        {
            return Refuse(refusal);
        }

        var said = CouncilContribution.Of(Me, ContributionKind.AgendaPoint, recommendationId: null, Lang, Input.Text, Now, Input.FormId);
        var sent = await Db.SendAsync(said, concerns, Now);
        HasConcern = sent == Submitted.WithConcern;
        return HasConcern ? Page() : sent is null ? Refuse(Refusal.Busy) : Tell($"{Home}/council/propose", "council-sent");
    }

    private async Task ReadAsync() => Mine = await Db.CouncilContributions.AsNoTracking().Where(c => c.AuthorId == Me.Id && c.Kind == ContributionKind.AgendaPoint)
        .OrderByDescending(c => c.WrittenOn).Take(10).ToListAsync();
}
