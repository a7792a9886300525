using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations;

/// <summary>
/// One question after the other, look once more, send. Between the steps the choice is only on the page: a draft on the server would tie it to a card.
/// </summary>
public abstract partial class BallotPage(OpenVotes votes) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Consultation Consultation { get; private set; } = null!;

    /// <summary>What this child is asked, in order.</summary>
    public IReadOnlyList<Question> Asked { get; private set; } = [];

    /// <summary>The question that is on the page.</summary>
    public Question Question { get; private set; } = null!;

    /// <summary>The options in this child's own order, so that the first place helps none of them.</summary>
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>Options get places, faces or points, and are not only named.</summary>
    public bool HasValues => Question.Kind is BallotKind.Ranking or BallotKind.Score or BallotKind.Points;

    /// <summary>Something of it is counted, and so it is secret.</summary>
    public bool HasBallot => Asked.Any(q => !q.IsOpen);

    /// <summary>The ballot as it is looked at once more; null before.</summary>
    public IReadOnlyDictionary<int, BallotAnswer>? Checking { get; private set; }

    public bool HasVoted { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        var mine = await MineAsync();
        HasVoted = mine.Count > 0;
        if (Asked.Count > 0)
        {
            await ShowAsync(Asked[0], mine.GetValueOrDefault(Asked[0].Position));
        }

        return Page();
    }

    /// <param name="again">The question to answer anew.</param>
    /// <param name="skip">Leaves the question on the page out.</param>
    public async Task<IActionResult> OnPostAsync(int number, int? again, bool skip)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (Closed is { } closed)
        {
            return Refuse(closed);
        }

        var answers = new Dictionary<int, BallotAnswer>();
        foreach (var (question, written) in Asked.Join(Input.Given, q => q.Position, g => g.Key, (q, g) => (q, g.Value)).Where(g => !string.IsNullOrEmpty(g.Value)))
        {
            if (BallotAnswer.TryRead(question.Kind, written!) is not { } answer || ConsultationRules.RefuseBallot(question, answer) is not null)
            {
                // Choices that we did not write begin anew; a child's words are never thrown away.
                var words = question.IsOpen ? BallotAnswer.InWords(PlainText.Clean(written!)) : null;
                ModelState.Clear();
                await ShowAsync(question, words);
                return Refuse((words is null ? null : ConsultationRules.RefuseBallot(question, words)) ?? ConsultationRules.UnknownOption, Field);
            }

            answers[question.Position] = answer;
        }

        if (again is { } position && Asked.SingleOrDefault(q => q.Position == position) is { } anew)
        {
            // What was chosen stays chosen.
            Input.Given.Remove(position);
            ModelState.Clear();
            await ShowAsync(anew, answers.GetValueOrDefault(position));
            return Page();
        }

        if (!Input.IsChecked)
        {
            var question = Asked.SingleOrDefault(q => q.Position == Input.At) ?? Asked[0];
            await ShowAsync(question);
            var answer = skip ? null : Answer();
            var refusal = skip ? null : answer is null ? ConsultationRules.NotANumber : ConsultationRules.RefuseBallot(question, answer);
            if (refusal is not null)
            {
                ModelState.Clear();
                return Refuse(refusal, Field);
            }

            answers.Remove(question.Position);
            Input.Given[question.Position] = answer?.Write(question.Kind) ?? "";
            if (answer is not null)
            {
                // As it will be stored: places that were left free in between are closed up before the child looks at them.
                answers[question.Position] = BallotAnswer.Read(question.Kind, Input.Given[question.Position]!);
            }
        }

        if (Asked.FirstOrDefault(q => !Input.Given.ContainsKey(q.Position)) is { } next)
        {
            ModelState.Clear();
            await ShowAsync(next, (await MineAsync()).GetValueOrDefault(next.Position));
            return Page();
        }

        if (answers.Count == 0)
        {
            Input.Given.Clear();
            await ShowAsync(Asked[0], answer: null);
            return Refuse(ConsultationRules.NothingChosen, Field);
        }

        if (!Input.IsChecked)
        {
            Checking = answers;
            return Page();
        }

        return await SendAsync(answers);
    }

    /// <summary>
    /// Of a ballot that was sent in vain, the words, as a form that opens their question again; no choice, nor which questions were left out. Empty
    /// where nothing was written.
    /// </summary>
    internal static List<KeyValuePair<string, string>> WordsOf(IFormCollection form)
    {
        var words = form.Where(f => WrittenBefore().IsMatch(f.Key) && f.Value.ToString().Any(IsNoChoice)).Select(f => KeyValuePair.Create(f.Key, f.Value.ToString())).ToList();
        if (!string.IsNullOrWhiteSpace(form["Input.Words"]) && int.TryParse(form["Input.At"], NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            words.RemoveAll(w => w.Key == $"Input.Given[{at}]");
            words.Add(KeyValuePair.Create($"Input.Given[{at}]", form["Input.Words"].ToString()));
        }

        if (words.Count > 0)
        {
            words.Add(KeyValuePair.Create("again", WrittenBefore().Match(words[^1].Key).Groups[1].Value));
        }

        return words;

        // Choices are written with numbers only.
        static bool IsNoChoice(char c) => !char.IsAsciiDigit(c) && c is not (',' or ':');
    }

    /// <summary>Why nobody fills this in now; null when it is open.</summary>
    public abstract Refusal? Closed { get; }

    /// <summary>It is only tried out, and nothing is kept.</summary>
    public virtual bool IsTrial => false;

    /// <summary>Who has this order of options: the same on every visit.</summary>
    protected abstract Guid OrderedFor { get; }

    protected abstract IReadOnlyList<Question> QuestionsOf(Consultation consultation);

    /// <summary>What was chosen before, by position of the question.</summary>
    protected abstract Task<IReadOnlyDictionary<int, BallotAnswer>> MineAsync();

    protected abstract Task<IActionResult> SendAsync(IReadOnlyDictionary<int, BallotAnswer> answers);

    /// <summary>The check page again, with everything that was chosen.</summary>
    protected void ShowAgain(IReadOnlyDictionary<int, BallotAnswer> answers) => Checking = answers;

    /// <summary>What the chosen options cost together, as the page begins.</summary>
    public long SpentBani => Question.Options.Where(o => Input.Chosen.Contains(o.BallotId)).Sum(o => o.CostBani);

    /// <summary>The options of a ballot as they are looked at once more: by their places, or the ones with more points first.</summary>
    public static IEnumerable<(Option Option, long Value)> Chosen(Question question, BallotAnswer answer)
    {
        var named = answer.Options.Select((id, i) => (Option: question.Options.Single(o => o.BallotId == id), Value: answer.Values.Count > 0 ? answer.Values[i] : 0));
        return question.Kind == BallotKind.Ranking ? named.OrderBy(c => c.Value) : named.OrderByDescending(c => c.Value);
    }

    /// <summary>Where what is wrong with the question on the page is said.</summary>
    private string Field => Question.IsOpen ? "Input.Words" : "Input.Chosen";

    /// <summary>Null where something else than a whole number was typed.</summary>
    private BallotAnswer? Answer()
    {
        if (Question.IsOpen)
        {
            return BallotAnswer.InWords(PlainText.Clean(Input.Words ?? ""));
        }

        if (!HasValues)
        {
            return BallotAnswer.Of(Input.Chosen);
        }

        var given = Input.Values.Where(v => !string.IsNullOrWhiteSpace(v.Value)).Select(v => (Option: v.Key, Value: Whole(v.Value!)))
            .Where(v => Question.Kind != BallotKind.Points || v.Value != 0).ToList();
        return given.Exists(v => v.Value is null) ? null : new BallotAnswer(given.ConvertAll(v => v.Option), given.ConvertAll(v => v.Value!.Value));
    }

    [GeneratedRegex(@"^Input\.Given\[(\d{1,3})\]$")]
    private static partial Regex WrittenBefore();

    internal static long? Whole(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    private async Task<bool> FindAsync(int number)
    {
        if (await votes.FindAsync(Db, Here.Id, number, Now) is not { } found)
        {
            return false;
        }

        Consultation = found;
        Asked = QuestionsOf(found);
        return true;
    }

    private Task ShowAsync(Question question, BallotAnswer? answer)
    {
        Input.Words = answer?.Words;
        Input.Chosen = [.. answer?.Options ?? []];
        Input.Values = (answer?.Options ?? []).Zip(answer?.Values ?? []).ToDictionary(v => v.First, string? (v) => v.Second.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return ShowAsync(question);
    }

    private async Task ShowAsync(Question question)
    {
        Question = question;
        var pictures = await OptionPictures.OfAsync(Db, question, withGoals: IsYoung);
        Choices = question.Options
            .OrderBy(o => Convert.ToHexString(SHA256.HashData([.. OrderedFor.ToByteArray(), .. o.Id.ToByteArray()])), StringComparer.Ordinal)
            .Select(o => new Choice(o.BallotId, o.Title, IsYoung ? null : o.Text.Length > 0 ? o.Text : null, pictures.GetValueOrDefault(o.BallotId)?.Name, o.Language, Sheet: pictures.GetValueOrDefault(o.BallotId)?.Sheet)).ToList();
    }

    public sealed class InputModel
    {
        public List<string> Chosen { get; set; } = [];

        /// <summary>Place, face or points by option, as typed.</summary>
        public Dictionary<string, string?> Values { get; set; } = [];

        /// <summary>To an open question.</summary>
        [StringLength(OpenAnswer.TextMaxLength), DataType(DataType.MultilineText)]
        public string? Words { get; set; }

        /// <summary>Position of the question on the page.</summary>
        public int At { get; set; }

        /// <summary>What was answered on the pages before, by position of the question; empty where it was left out.</summary>
        public Dictionary<int, string?> Given { get; set; } = [];

        public bool IsChecked { get; set; }
    }
}
