using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Web.Texts;

namespace ChildFriendly.Web.Pages.Consultations;

/// <summary>How a ballot is filled in, in one or two sentences: the same where the vote is announced and where it is cast.</summary>
public static class BallotHint
{
    public static string Of(Question question, Wording texts) =>
        question.MinChoices > 1 ? $"{How(question, texts)} {texts.Count("consultations.choose-at-least", question.MinChoices)}" : How(question, texts);

    /// <summary>The same where the ballot is a sheet of paper.</summary>
    public static string OnPaper(Question question, Wording texts)
    {
        var how = question.Kind switch
        {
            BallotKind.OpenAnswer => texts["consultations.vote.hint.OpenAnswer"],
            BallotKind.SingleChoice => texts["consultations.paper.hint.SingleChoice"],
            BallotKind.Ranking => texts.Count("consultations.paper.hint.Ranking", Math.Min(question.MaxChoices, question.Options.Count)),
            BallotKind.Score => texts["consultations.paper.hint.Score"],
            BallotKind.Points => texts.Count("consultations.paper.hint.Points", question.Points ?? 0),
            BallotKind.Budget => texts[question.IsCapped ? "consultations.paper.hint.Budget" : "consultations.paper.hint.Shares", ("budget", texts.Lei(question.BudgetBani ?? 0))],
            _ => texts.Count("consultations.paper.hint.Approval", question.MaxChoices),
        };
        return question.MinChoices > 1 ? $"{how} {texts.Count("consultations.choose-at-least", question.MinChoices)}" : how;
    }

    /// <summary>What else it takes to win, where that was asked for.</summary>
    public static string Conditions(Question question, Wording texts) => string.Join(' ', new[]
    {
        question.Quorum is { } quorum ? texts.Count("consultations.quorum", quorum) : null,
        question.Threshold is { } threshold ? texts["consultations.threshold", ("percent", threshold)] : null,
    }.OfType<string>());

    private static string How(Question question, Wording texts) => question.Kind switch
    {
        BallotKind.OpenAnswer => texts["consultations.vote.hint.OpenAnswer"],
        BallotKind.SingleChoice => texts["consultations.vote.hint.SingleChoice"],
        BallotKind.Ranking => texts["consultations.vote.hint.Ranking"],
        BallotKind.Score => texts["consultations.vote.hint.Score"],
        BallotKind.Points => texts.Count("consultations.vote.hint.Points", question.Points ?? 0),
        BallotKind.Budget => texts[question.IsCapped ? "consultations.vote.hint.Budget" : "consultations.vote.hint.Shares", ("budget", texts.Lei(question.BudgetBani ?? 0))],
        _ => texts.Count("consultations.choose-up-to", question.MaxChoices),
    };
}
