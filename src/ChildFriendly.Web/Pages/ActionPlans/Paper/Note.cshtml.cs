using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Paper;

/// <summary>What reached the debate on paper, in a group of children, or by letters of adults.</summary>
public sealed class NoteModel : SitePage
{
    private ActionPlan plan = null!;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<(int Number, string Title)> Measures { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (Refusal is not null)
        {
            return Refuse(Refusal);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var measure = await Db.Measures.AsNoTracking().IgnoreAutoIncludes().SingleOrDefaultAsync(m => m.PlanId == plan.Id && m.Number == Input.Measure);
        if (measure is null && Input.Measure != 0)
        {
            return NotFound();
        }

        var noted = NotedProposal.Note(plan, measure, Input.Source!.Value, Input.Gist, Input.People!.Value, AsFirstOf(Role.CouncilStaff, Role.Facilitator), Now, Input.FormId);
        Db.Add(noted);
        return await Db.SaveOnceAsync(noted) ? Tell($"{Desk}/plan/proposals/new", "proposal-noted") : Refuse(Core.Shared.Refusal.Busy);
    }

    private async Task<bool> FindAsync()
    {
        plan = (await Db.ActionPlans.AsNoTracking().InLocality(Here.Id).Public().OrderByDescending(p => p.FromYear).FirstOrDefaultAsync())!;
        if (plan is null)
        {
            return false;
        }

        Refusal = DebateRules.RefuseToNote(plan);
        var measures = await Db.Measures.Where(m => m.PlanId == plan.Id).OrderBy(m => m.Number).Select(m => new { m.Number, m.Title }).ToListAsync();
        Measures = measures.ConvertAll(m => (m.Number, m.Title));
        return true;
    }

    public sealed class InputModel
    {
        /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = Guid.CreateVersion7();

        [Required, EnumDataType(typeof(ProposalSource))]
        public ProposalSource? Source { get; set; }

        [Required, StringLength(NotedProposal.GistMaxLength), DataType(DataType.MultilineText)]
        public string Gist { get; set; } = "";

        [Required, Range(1, NotedProposal.MostPeople)]
        public int? People { get; set; }

        /// <summary>Its number; 0 is the plan as a whole.</summary>
        public int Measure { get; set; }
    }
}
