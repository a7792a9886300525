using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Consultations.Paper;

/// <summary>The third look: where two people read a paper differently, the paper itself is looked at again.</summary>
public sealed class CompareModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Consultation Vote { get; private set; } = null!;

    public PaperBatch Batch { get; private set; } = null!;

    public IReadOnlyList<(PaperAnswer Answer, Question Question, int Place)> Differing { get; private set; } = [];

    public string Address => $"{Desk}/consultations/{Vote.Number}/paper/{Batch.Number}";

    public async Task<IActionResult> OnGetAsync(int number, int batch)
    {
        if (!await FindAsync(number, batch))
        {
            return NotFound();
        }

        Input = new InputModel { Seen = Batch.Version, Looks = Differing.Select(_ => new LookInput()).ToList() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, int batch)
    {
        if (!await FindAsync(number, batch))
        {
            return NotFound();
        }

        if (PaperRules.RefuseToResolve(Batch, Vote, Now) is { } refusal)
        {
            return Refuse(refusal);
        }

        if (Input.Seen != Batch.Version || Input.Looks.Count != Differing.Count)
        {
            return Refuse(Refusal.ChangedMeanwhile);
        }

        var agreed = new Dictionary<PaperAnswer, string>();
        foreach (var ((answer, question, _), look) in Differing.Zip(Input.Looks))
        {
            var i = agreed.Count;
            var wrong = look.Look is null ? PaperRules.NothingPicked : look.Look == PaperReading.Anew ? PaperRules.RefuseTyped(question, look.Typed) : null;
            if (wrong is not null)
            {
                ModelState.AddModelError(look.Look is null ? $"Input.Looks[{i}].Look" : $"Input.Looks[{i}].Typed", ErrorKeys.Of(wrong));
            }

            agreed[answer] = wrong is not null ? "" : look.Look switch
            {
                PaperReading.First => answer.First,
                PaperReading.Second => answer.Second!,
                _ => PaperRules.Written(question, look.Typed),
            };
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Batch.Answers.GroupBy(a => a.Paper).FirstOrDefault(p => p.All(a => (a.Agreed ?? agreed[a]).Length == 0)) is not null)
        {
            return Refuse(PaperRules.PaperIsBlank);
        }

        Batch.Resolve(agreed, AsFirstOf(Role.CouncilStaff, Role.Facilitator), Now);
        return await Db.TrySaveAsync() ? Tell(Address, "papers-Resolved") : Refuse(Refusal.ChangedMeanwhile);
    }

    private async Task<bool> FindAsync(int number, int batch)
    {
        if (await Db.FindPapersAsync(Here.Id, number, batch) is not var (vote, found))
        {
            return false;
        }

        (Vote, Batch) = (vote, found);
        var asked = vote.BallotQuestionsFor(found.AgeBand);
        Differing = found.Stage != PaperBatchStage.Compared ? [] : asked.SelectMany((q, i) => found.Differing.Where(a => a.QuestionId == q.Id).Select(a => (a, q, i + 1)))
            .OrderBy(d => d.a.Paper).ThenBy(d => d.Item3).ToList();
        return true;
    }

    public sealed class InputModel
    {
        /// <summary>The batch as it was when the page was opened.</summary>
        public int Seen { get; set; }

        public List<LookInput> Looks { get; set; } = [];
    }

    public sealed class LookInput
    {
        public PaperReading? Look { get; set; }

        public string? Typed { get; set; }
    }
}

/// <summary>Whose reading is right.</summary>
public enum PaperReading
{
    First,
    Second,

    /// <summary>Neither.</summary>
    Anew,
}
