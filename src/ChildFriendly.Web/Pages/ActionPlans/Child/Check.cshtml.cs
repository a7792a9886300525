using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Pages.Initiatives.Child;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Child;

/// <summary>A child says what it sees of a measure: one press, changed as often as it likes.</summary>
[AtHome]
public sealed class CheckModel : SitePage
{
    public Measure Measure { get; private set; } = null!;

    public CheckAnswer? Mine { get; private set; }

    public string Shown => $"{Home}/plan/measures/{Measure.Number}";

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number, CheckAnswer? answer)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (answer is not { } said || !Enum.IsDefined(said))
        {
            ModelState.AddModelError("answer", Tags.ErrorKeys.Required);
            return Invalid();
        }

        if (CheckRules.RefuseToCheck(Measure, Me) is { } refusal)
        {
            return Refuse(refusal);
        }

        if (await Db.MeasureChecks.SingleOrDefaultAsync(c => c.MeasureId == Measure.Id && c.ParticipantId == Me.Id) is { } before)
        {
            before.Change(Measure, said, Now);
        }
        else
        {
            Db.Add(MeasureCheck.Of(Measure, Me, said, Now));
        }

        // Two presses at once: one of them is what the child said.
        await Db.TrySaveAsync();
        return Tell($"{Shown}/check", "checked");
    }

    private async Task<bool> FindAsync(int number)
    {
        Measure = (await Db.Measures.AsNoTracking().IgnoreAutoIncludes().InLocality(Here.Id).InPublicPlan(Db).SingleOrDefaultAsync(m => m.Number == number))!;
        if (Measure is null)
        {
            return false;
        }

        Mine = await Db.MeasureChecks.Where(c => c.MeasureId == Measure.Id && c.ParticipantId == Me.Id).Select(c => (CheckAnswer?)c.Answer).SingleOrDefaultAsync();
        return true;
    }
}
