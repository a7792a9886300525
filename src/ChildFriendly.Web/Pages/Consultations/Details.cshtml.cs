using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations;

[InKeyLanguages]
public sealed class DetailsModel : SitePage
{
    public Consultation Consultation { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, int> InitiativeNumbers { get; private set; } = new Dictionary<Guid, int>();

    public IReadOnlyList<InformingFinding> Findings { get; private set; } = [];

    public bool HasVoted { get; private set; }

    /// <summary>The count waits for votes on paper, at most until then.</summary>
    public DateTime? PapersDueAt { get; private set; }

    public int? DaysWithoutDecision => ConsultationRules.DaysWithoutDecision(Consultation, Today);

    public async Task<IActionResult> OnGetAsync(int number)
    {
        var found = await Db.Consultations.AsNoTracking().InLocality(Here.Id)
            .SingleOrDefaultAsync(c => c.Number == number && c.Stage != ConsultationStage.Draft);
        if (found is null)
        {
            return NotFound();
        }

        Consultation = found;
        var ids = found.Questions.SelectMany(q => q.Options).Select(o => o.InitiativeId).ToList();
        InitiativeNumbers = await Db.Initiatives.Published().IgnoreAutoIncludes().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Number);
        Findings = await Db.Findings.Where(f => f.ConsultationId == found.Id && f.IsPublished)
            .Join(Db.FocusGroupSessions.IgnoreAutoIncludes(), f => f.SessionId, s => s.Id, (f, s) => new { f.Statement, f.Position, s.Number })
            .OrderBy(f => f.Number).ThenBy(f => f.Position).Take(20).Select(f => new InformingFinding(f.Statement, f.Number)).ToListAsync();
        HasVoted = Child is not null && await Db.VoterMarks.AnyAsync(m => m.ConsultationId == found.Id && m.ParticipantId == Child.Id);
        if (found.Stage == ConsultationStage.Closed && Now < PaperRules.DueAt(found)
            && await Db.PaperBatches.AnyAsync(b => b.ConsultationId == found.Id && (b.Stage == PaperBatchStage.Entering || b.Stage == PaperBatchStage.Compared)))
        {
            PapersDueAt = PaperRules.DueAt(found);
        }

        return Page();
    }
}

public sealed record InformingFinding(string Statement, int SessionNumber);
