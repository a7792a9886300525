using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Web.Tags;

namespace ChildFriendly.Web.Pages.Consultations;

/// <summary>A question whose options get places, faces or points, as it stands on a page.</summary>
/// <param name="Choices">In the order in which they are shown.</param>
/// <param name="Values">What was typed or chosen, by ballot id.</param>
/// <param name="Id">Of the whole, and the beginning of the ids in it.</param>
public sealed record ValueBallot(Question Question, IReadOnlyList<Choice> Choices, IReadOnlyDictionary<string, string?> Values, string Id = "option")
{
    public bool IsRanking => Question.Kind == BallotKind.Ranking;

    /// <summary>Empty where nothing was typed or chosen.</summary>
    public string ValueOf(string option) => Values.GetValueOrDefault(option) ?? "";

    /// <summary>Points that are not given yet, as the page begins.</summary>
    public long PointsLeft => (Question.Points ?? 0) - Values.Values.Sum(typed => BallotPage.Whole(typed ?? "") ?? 0);
}
