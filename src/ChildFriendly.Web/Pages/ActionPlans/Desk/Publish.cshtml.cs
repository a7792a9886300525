using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Desk;

/// <summary>Keeps the plan as it is now as a version that everybody can compare with the ones before.</summary>
public sealed class PublishModel : PlanPage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Refusal? Refusal { get; private set; }

    /// <summary>Since the last version.</summary>
    public IReadOnlyList<MeasureDifference> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await FindPlanAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindPlanAsync())
        {
            return NotFound();
        }

        if (await Db.PlanVersions.AnyAsync(v => v.Id == Input.FormId))
        {
            // Pressed twice: it is published already.
            return Tell(Back, "version-published");
        }

        if (Refusal is not null)
        {
            return Refuse(Refusal);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        await Db.FreezeAsync(Plan, Input.Name, As(Role.CouncilStaff), Now, Input.FormId);
        return await Db.TrySaveAsync() ? Tell(Back, "version-published") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindPlanAsync()
    {
        if (!await FindAsync())
        {
            return false;
        }

        var last = (await Db.PlanVersions.AsNoTracking().Where(v => v.PlanId == Plan.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync())?.Read();
        var now = await Db.MeasuresNowAsync(Plan.Id);
        Refusal = PlanVersions.RefuseToPublish(Plan, last, now);
        Changes = last is null ? [] : PlanVersions.Compare(last, now);
        return true;
    }

    public sealed class InputModel
    {
        /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = Guid.CreateVersion7();

        [Required, StringLength(PlanVersion.TitleMaxLength)]
        public string Name { get; set; } = "";
    }
}
