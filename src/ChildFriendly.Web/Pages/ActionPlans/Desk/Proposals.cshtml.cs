using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>What was proposed in the debate: what waits for an answer first.</summary>
public sealed class ProposalsModel : PlanPage
{
    public IReadOnlyList<Proposal> Waiting { get; private set; } = [];

    public IReadOnlyList<Proposal> Answered { get; private set; } = [];

    public int BeingChecked { get; private set; }

    /// <summary>Of the measures.</summary>
    public IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Why nothing can be answered now.</summary>
    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        var all = (await Db.ProposalsAsync(Plan.Id)).ToLookup(p => p.Answer is null);
        (Waiting, Answered) = ([.. all[true]], [.. all[false]]);
        BeingChecked = (await Db.OpenProposalsAsync(Plan.Id)).BeingChecked;
        Titles = await Db.Measures.Where(m => m.PlanId == Plan.Id).ToDictionaryAsync(m => m.Id, m => m.Title);
        Refusal = DebateRules.RefuseToAnswer(Plan, Now);
        return Page();
    }
}
