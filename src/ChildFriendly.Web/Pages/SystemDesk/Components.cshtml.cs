using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Web.Pages.Consultations;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;

namespace ChildFriendly.Web.Pages.SystemDesk;

/// <summary>Every component in each of its states, for people who build pages.</summary>
public sealed class ComponentsModel(Pictures pictures, WordLists words) : SitePage
{
    public string Plain { get; private set; } = "";

    [StringLength(Initiative.TextMaxLength), DataType(DataType.MultilineText)]
    public string Story { get; private set; } = "";

    [StringLength(OpenAnswer.TextMaxLength), DataType(DataType.MultilineText)]
    public string Words { get; private set; } = "";

    public string Wrong { get; private set; } = "";

    public string One { get; private set; } = "";

    public string Goal { get; private set; } = "";

    public List<string> Several { get; private set; } = [];

    public string? Chosen { get; private set; }

    public string Receipt => words.ReceiptOf([1, 2, 3, 4, 5, 6], Lang);

    public IReadOnlyList<(string Sheet, string Name)> Pictures => pictures.All;

    /// <summary>Faces, an order and points, each half filled in.</summary>
    public IEnumerable<ValueBallot> Ballots(string register, IReadOnlyList<Choice> choices)
    {
        var vote = Consultation.Plan(Guid.Empty, 1, "", "", "", "", Now, Now);
        foreach (var (kind, rule, value) in new[] { (BallotKind.Score, CountingRule.Score, "4"), (BallotKind.Ranking, CountingRule.Borda, "1"), (BallotKind.Points, CountingRule.Points, "6") })
        {
            var question = vote.Ask(new QuestionPlan("", kind, rule, Winners: 1, MaxChoices: 3) { Points = 10 });
            var shown = choices.Take(3).Select(c => (Choice: c, question.Offer(c.Title, "", initiativeId: null).BallotId)).ToList();
            yield return new ValueBallot(question, shown.ConvertAll(s => new Choice(s.BallotId, s.Choice.Title, Picture: s.Choice.Picture, Sheet: IconTag.DefaultSheet)), new Dictionary<string, string?>(StringComparer.Ordinal) { [shown[0].BallotId] = value }, $"{register}-{kind}");
        }
    }

    public void OnGet()
    {
        (Plain, One, Several) = (Receipt, "NotNow", ["Accepted", "Declined"]);
        ModelState.AddModelError(nameof(Wrong), ErrorKeys.Required);
    }
}
