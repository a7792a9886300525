using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.ActionPlans.Paper;

/// <summary>What reached the debate on paper, in a group of children, or by letters of adults.</summary>
public sealed class NoteModel : SitePage
{
    private const int MostShown = 200;

    private ActionPlan plan = null!;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<(int Number, string Title)> Measures { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    /// <summary>What is noted and has no answer yet.</summary>
    public IReadOnlyList<NotedProposal> Noted { get; private set; } = [];

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
        if (noted.AwaitsModeration)
        {
            Db.Add(ModerationCase.Open(ModerationSubject.NotedProposal, noted.Id, Here.Id, Now));
        }

        return await Db.SaveOnceAsync(noted) ? Tell($"{Desk}/plan/proposals/new", "proposal-noted") : Refuse(Core.Shared.Refusal.Busy);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id)
    {
        ModelState.Clear();
        if (!await FindAsync() || await Db.NotedProposals.SingleOrDefaultAsync(n => n.Id == id && n.PlanId == plan.Id) is not { } noted)
        {
            return NotFound();
        }

        if (DebateRules.RefuseToTakeBack(plan, isAnswered: !Noted.Any(n => n.Id == id)) is { } refusal)
        {
            return Refuse(refusal);
        }

        noted.TakeBack(AsFirstOf(Role.CouncilStaff, Role.Facilitator), Now);
        Db.Remove(noted);
        (await Db.ModerationCases.SingleOrDefaultAsync(c => c.ItemId == id && c.DecidedAt == null))?.Withdraw(Now);
        await Db.ForgetRedactionsAsync([id]);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/plan/proposals/new", "proposal-taken-back") : Refuse(Core.Shared.Refusal.Busy);
    }

    private async Task<bool> FindAsync()
    {
        plan = (await Db.ActionPlans.AsNoTracking().InLocality(Here.Id).Public().OrderByDescending(p => p.FromYear).FirstOrDefaultAsync())!;
        if (plan is null)
        {
            return false;
        }

        Refusal = DebateRules.RefuseToNote(plan);
        Noted = await Db.NotedProposals.AsNoTracking().Where(n => n.PlanId == plan.Id && !Db.DebateAnswers.Any(a => a.Proposals.Any(p => p.ProposalId == n.Id)))
            .OrderByDescending(n => n.NotedOn).ThenBy(n => n.Id).Take(MostShown).ToListAsync();
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
