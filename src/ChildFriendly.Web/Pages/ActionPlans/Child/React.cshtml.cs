using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Pages.Initiatives.Child;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Child;

/// <summary>A child says with a face what it thinks of a measure of the draft: one press, changed until the debate ends.</summary>
[AtHome]
public sealed class ReactModel : SitePage
{
    public ActionPlan Plan { get; private set; } = null!;

    public Measure Measure { get; private set; } = null!;

    public DebateFace? Mine { get; private set; }

    public string Shown => $"{Home}/plan/measures/{Measure.Number}";

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number, DebateFace? face)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (face is not { } shown || !Enum.IsDefined(shown))
        {
            ModelState.AddModelError("face", Tags.ErrorKeys.Required);
            return Invalid();
        }

        if (DebateRules.RefuseToReact(Plan, Measure, Me, Now) is { } refusal)
        {
            return Refuse(refusal);
        }

        if (await Db.DebateReactions.SingleOrDefaultAsync(r => r.MeasureId == Measure.Id && r.ParticipantId == Me.Id) is { } before)
        {
            before.Change(shown, Now);
        }
        else
        {
            Db.Add(DebateReaction.Of(Measure, Me, shown, Now));
        }

        // Two presses at once: one of them is what the child said.
        await Db.TrySaveAsync();
        return Tell($"{Shown}/debate", "reacted");
    }

    private async Task<bool> FindAsync(int number)
    {
        Measure = (await Db.Measures.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).InPublicPlan(Db).SingleOrDefaultAsync(m => m.Number == number))!;
        if (Measure is null)
        {
            return false;
        }

        Plan = await Db.ActionPlans.AsNoTracking().SingleAsync(p => p.Id == Measure.PlanId);
        Mine = await Db.DebateReactions.Where(r => r.MeasureId == Measure.Id && r.ParticipantId == Me.Id).Select(r => (DebateFace?)r.Face).SingleOrDefaultAsync();
        return true;
    }
}
