using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Consultations.Paper;

/// <summary>All papers of a batch, one row each. Nobody sees here what somebody else entered.</summary>
public sealed class EnterModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Consultation Vote { get; private set; } = null!;

    public PaperBatch Batch { get; private set; } = null!;

    public IReadOnlyList<Question> Asked { get; private set; } = [];

    public string Address => $"{Desk}/consultations/{Vote.Number}/paper/{Batch.Number}";

    public Refusal? CannotEnter => PaperRules.RefuseToEnter(Batch, Vote, Staff!.Id, Now);

    public async Task<IActionResult> OnGetAsync(int number, int batch) => await FindAsync(number, batch) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number, int batch)
    {
        if (!await FindAsync(number, batch))
        {
            return NotFound();
        }

        foreach (var (paper, row) in Input.Typed.Select((row, paper) => (paper, row)))
        {
            foreach (var (question, i) in Asked.Select((q, i) => (q, i)))
            {
                // What else is wrong with the row than that a question was left out.
                var wrong = row.TrueForAll(string.IsNullOrWhiteSpace) ? i == 0 ? ConsultationRules.NothingChosen : null : PaperRules.RefuseTyped(question, row[i]);
                if (wrong is not null)
                {
                    ModelState.AddModelError($"Input.Typed[{paper}][{i}]", ErrorKeys.Of(wrong));
                }
            }
        }

        var typed = ModelState.IsValid ? Input.Typed.SelectMany((row, paper) => Asked.Select((q, i) => (paper + 1, q.Id, PaperRules.Written(q, row[i])))).ToList() : [];
        if (typed.Count > 0 && Batch.IsEnteredSo(typed, Staff!.Id))
        {
            return Tell(Address, $"papers-{Batch.Stage}");
        }

        if (CannotEnter is { } refusal)
        {
            return Refuse(refusal);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Batch.Enter(typed, AsFirstOf(Role.CouncilStaff, Role.Facilitator), Now);
        return await Db.TrySaveAsync() ? Tell(Address, $"papers-{Batch.Stage}") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindAsync(int number, int batch)
    {
        if (await Db.FindPapersAsync(Here.Id, number, batch) is not var (vote, found))
        {
            return false;
        }

        (Vote, Batch, Asked) = (vote, found, vote.BallotQuestionsFor(found.AgeBand));
        Input.Typed = Enumerable.Range(0, Batch.Papers).Select(paper => Asked.Select((_, i) => Input.Typed.ElementAtOrDefault(paper)?.ElementAtOrDefault(i)).ToList()).ToList();
        return true;
    }

    public sealed class InputModel
    {
        /// <summary>By paper, then by question.</summary>
        public List<List<string?>> Typed { get; set; } = [];
    }
}
