using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Paper;

/// <summary>The papers of one vote, place by place.</summary>
public sealed class BatchesModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Consultation Vote { get; private set; } = null!;

    /// <summary>The age bands that are asked anything.</summary>
    public IReadOnlyList<AgeBand> Bands { get; private set; } = [];

    public IReadOnlyList<PaperBatch> Batches { get; private set; } = [];

    public Refusal? TooLate => PaperRules.RefuseToHandOut(Vote, 1, 1, Now);

    public async Task<IActionResult> OnGetAsync(int number) => await FindAsync(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var (band, papers) = (Input.Band!.Value, Input.HandedOut!.Value);
        if (PaperRules.RefuseToHandOut(Vote, papers, Vote.BallotQuestionsFor(band).Count, Now) is { } refusal)
        {
            return Refuse(refusal, "Input.HandedOut");
        }

        if (CardRules.RefuseIssuedTo(Input.Place) is { } toAClass)
        {
            return Refuse(toAClass, "Input.Place");
        }

        var batch = PaperBatch.HandOut(
            Vote, Batches.Select(b => b.Number).DefaultIfEmpty().Max() + 1, Input.Place, band, papers, AsFirstOf(Role.CouncilStaff, Role.Facilitator), Now, Input.FormId);
        Db.Add(batch);
        return await Db.SaveOnceAsync(batch) ? Tell($"{Desk}/consultations/{number}/paper", "papers-handed-out") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindAsync(int number)
    {
        Vote = (await Db.Consultations.AsNoTracking().InLocality(Here.Id).SingleOrDefaultAsync(c => c.Number == number && c.Stage != ConsultationStage.Draft))!;
        if (Vote is null)
        {
            return false;
        }

        Bands = Enum.GetValues<AgeBand>().Where(b => Vote.QuestionsFor(b).Count > 0).ToList();
        Batches = await Db.PaperBatches.AsNoTracking().Where(b => b.ConsultationId == Vote.Id).OrderBy(b => b.Number).ToListAsync();
        return true;
    }

    public sealed class InputModel
    {
        /// <summary>Becomes the id of the batch, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = Guid.CreateVersion7();

        [Required, StringLength(PaperBatch.PlaceMaxLength)]
        public string Place { get; set; } = "";

        [Required, EnumDataType(typeof(AgeBand))]
        public AgeBand? Band { get; set; }

        [Required, Range(1, PaperRules.MostPapers)]
        public int? HandedOut { get; set; }
    }
}
