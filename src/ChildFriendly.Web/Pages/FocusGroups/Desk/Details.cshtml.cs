using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.FocusGroups;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.FocusGroups.Desk;

/// <summary>One finding: what became of it, writing it anew after a moderator's reason, and the vote that it informs.</summary>
public sealed class DetailsModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Finding Finding { get; private set; } = null!;

    public FocusGroupSession Session { get; private set; } = null!;

    public IReadOnlyList<Choice> Votes { get; private set; } = [];

    /// <summary>The vote that it informs already.</summary>
    public (int Number, string Title)? Vote { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Input.Statement = Finding.Statement;
        return Page();
    }

    public async Task<IActionResult> OnPostCorrectAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (FocusGroupRules.RefuseToCorrect(Finding) is { } refusal)
        {
            return Refuse(refusal);
        }

        Finding.Correct(Input.Statement!, As(Role.Facilitator), Now);
        Db.Add(ModerationCase.Open(ModerationSubject.Finding, Finding.Id, Here.Id, Now));
        return await Db.TrySaveAsync() ? Tell($"{Desk}/focus-groups", "finding-corrected") : Refuse(Refusal.Busy);
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        ModelState.Clear();
        Input.Statement = Finding.Statement;
        var vote = await OpenVotes().SingleOrDefaultAsync(c => c.Number == Input.Consultation);
        if (vote is null)
        {
            return Refuse(FocusGroupRules.OtherLocality, "Input.Consultation");
        }

        if (Finding.ConsultationId != vote.Id)
        {
            Finding.LinkTo(vote.Id, As(Role.Facilitator), Now);
        }

        return await Db.TrySaveAsync() ? Tell($"{Desk}/focus-groups", "finding-linked") : Refuse(Refusal.Busy);
    }

    private IQueryable<Consultation> OpenVotes() => Db.Consultations.IgnoreAutoIncludes().InLocality(Here.Id)
        .Where(c => c.Stage == ConsultationStage.Announced || c.Stage == ConsultationStage.Open);

    private async Task<bool> FindAsync(Guid id)
    {
        Finding = (await Db.Findings.InLocality(Here.Id).SingleOrDefaultAsync(f => f.Id == id))!;
        if (Finding is null)
        {
            return false;
        }

        Session = await Db.FocusGroupSessions.AsNoTracking().IgnoreAutoIncludes().SingleAsync(s => s.Id == Finding.SessionId);
        var votes = await OpenVotes().Where(c => c.Id != Finding.ConsultationId).OrderByDescending(c => c.Number).Select(c => new { c.Number, c.Title }).ToListAsync();
        Votes = votes.ConvertAll(v => new Choice(v.Number.ToString(CultureInfo.InvariantCulture), v.Title, Lang: WordsTag.Written));
        var linked = await Db.Consultations.IgnoreAutoIncludes().Where(c => c.Id == Finding.ConsultationId).Select(c => new { c.Number, c.Title }).SingleOrDefaultAsync();
        Vote = linked is null ? null : (linked.Number, linked.Title);
        return true;
    }

    public sealed class InputModel
    {
        [Required, StringLength(Finding.StatementMaxLength), DataType(DataType.MultilineText)]
        public string? Statement { get; set; }

        public int? Consultation { get; set; }
    }
}
