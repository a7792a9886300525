using System.Globalization;
using System.Security.Cryptography;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
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

    /// <summary>Options get places, faces or points, and are not only named.</summary>
    public bool HasValues => Question.Kind is BallotKind.Ranking or BallotKind.Score or BallotKind.Points;

    public bool IsChecking { get; private set; }

    public bool HasVoted { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (await box.AnswerOfAsync(Consultation, Me.CardId) is { } mine)
        {
            HasVoted = true;
            Input.Chosen = [.. mine.Options];
            Input.Values = mine.Options.Zip(mine.Values).ToDictionary(v => v.First, string? (v) => v.Second.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
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

        var answer = Answer();
        var refusal = answer is null ? ConsultationRules.NotANumber : ConsultationRules.RefuseBallot(Question, answer);
        if (refusal is not null)
        {
            return Refuse(refusal, "Input.Chosen");
        }

        if (!Input.IsChecked)
        {
            IsChecking = true;
            return Page();
        }

        var outcome = await box.CastAsync(Consultation.Id, Me, answer!, Now);
        return outcome.Refusal is { } late ? Refuse(late) : Redirect($"{Home}/consultations/{number}/voted");
    }

    /// <summary>What was typed or chosen for an option; empty where nothing was.</summary>
    public string ValueOf(string option) => Input.Values.GetValueOrDefault(option) ?? "";

    /// <summary>The options of the ballot as they are looked at once more: by their places, or the ones with more points first.</summary>
    public IEnumerable<(Choice Choice, long Value)> Chosen()
    {
        var answer = Answer()!;
        var named = answer.Options.Select((id, i) => (Choice: Choices.Single(c => c.Value == id), Value: answer.Values.Count > 0 ? answer.Values[i] : 0));
        return Question.Kind == BallotKind.Ranking ? named.OrderBy(c => c.Value) : named.OrderByDescending(c => c.Value);
    }

    public long CostOf(string option) => Question.Options.Single(o => o.BallotId == option).CostBani;

    /// <summary>Null where something else than a whole number was typed.</summary>
    private BallotAnswer? Answer()
    {
        if (!HasValues)
        {
            return BallotAnswer.Of(Input.Chosen);
        }

        var given = Input.Values.Where(v => !string.IsNullOrWhiteSpace(v.Value)).Select(v => (Option: v.Key, Value: Whole(v.Value!)))
            .Where(v => Question.Kind != BallotKind.Points || v.Value != 0).ToList();
        return given.Exists(v => v.Value is null) ? null : new BallotAnswer(given.ConvertAll(v => v.Option), given.ConvertAll(v => v.Value!.Value));
    }

    private static long? Whole(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null;

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

        /// <summary>Place, face or points by option, as typed.</summary>
        public Dictionary<string, string?> Values { get; set; } = [];

        public bool IsChecked { get; set; }
    }
}
