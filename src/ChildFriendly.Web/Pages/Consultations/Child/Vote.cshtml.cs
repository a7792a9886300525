using System.Security.Cryptography;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Child;

/// <summary>
/// Choose, look once more, cast. Between the two steps the choice is only on the page: a draft on the server would tie it to a card.
/// </summary>
[InKeyLanguages]
public sealed class VoteModel(BallotBox box) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Consultation Consultation { get; private set; } = null!;

    public Question Question => Consultation.Questions[0];

    /// <summary>The options in this child's own order, so that the first place helps none of them.</summary>
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public bool IsChecking { get; private set; }

    public bool HasVoted { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (await box.ChoicesOfAsync(Consultation, Me.CardId) is { } mine)
        {
            HasVoted = true;
            Input.Chosen = [.. mine];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, bool again)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (ConsultationRules.RefuseToVote(Consultation, Me, Now) is { } closed)
        {
            return Refuse(closed);
        }

        if (again)
        {
            // What was chosen stays chosen.
            ModelState.Clear();
            return Page();
        }

        if (ConsultationRules.RefuseBallot(Question, Input.Chosen) is { } refusal)
        {
            return Refuse(refusal, "Input.Chosen");
        }

        if (!Input.IsChecked)
        {
            IsChecking = true;
            return Page();
        }

        var outcome = await box.CastAsync(Consultation.Id, Me, Input.Chosen, Now);
        return outcome.Refusal is { } late ? Refuse(late) : Redirect($"{Home}/consultations/{number}/voted");
    }

    private async Task<bool> FindAsync(int number)
    {
        var found = await Db.Consultations.AsNoTracking().InLocality(Here.Id)
            .SingleOrDefaultAsync(c => c.Number == number && c.Stage != ConsultationStage.Draft);
        if (found is null)
        {
            return false;
        }

        Consultation = found;
        var ids = IsYoung ? Question.Options.Select(o => o.InitiativeId).OfType<Guid>().ToList() : [];
        var goals = await Db.Initiatives.Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Goal);
        Choices = Question.Options
            .OrderBy(o => Convert.ToHexString(SHA256.HashData([.. Me.CardId.ToByteArray(), .. o.Id.ToByteArray()])), StringComparer.Ordinal)
            .Select(o => new Choice(o.BallotId, o.Title, IsYoung ? null : o.Text, PictureOf(goals, o), o.Language)).ToList();
        if (Choices.Select(c => c.Picture).Distinct(StringComparer.Ordinal).Count() < Choices.Count)
        {
            // A picture that stands for two options would mislead whoever goes by it.
            Choices = Choices.Select(c => c with { Picture = null }).ToList();
        }

        return true;

        static string? PictureOf(Dictionary<Guid, GoalArea?> goals, Option option) =>
            goals.GetValueOrDefault(option.InitiativeId ?? Guid.Empty) is { } goal ? GoalTag.PictureOf(goal) : null;
    }

    public sealed class InputModel
    {
        public List<string> Chosen { get; set; } = [];

        public bool IsChecked { get; set; }
    }
}
