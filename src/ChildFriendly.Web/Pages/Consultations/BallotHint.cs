using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Counting;
using ChildFriendly.Web.Texts;

namespace ChildFriendly.Web.Pages.Consultations;

/// <summary>How a ballot is filled in, in one or two sentences: the same where the vote is announced and where it is cast.</summary>
public static class BallotHint
{
    public static string Of(Question question, Wording texts) =>
        question.MinChoices > 1 ? $"{How(question, texts)} {texts.Count("consultations.choose-at-least", question.MinChoices)}" : How(question, texts);

    private static string How(Question question, Wording texts) => question.Kind switch
    {
        BallotKind.SingleChoice => texts["consultations.vote.hint.SingleChoice"],
        BallotKind.Ranking => texts["consultations.vote.hint.Ranking"],
        BallotKind.Score => texts["consultations.vote.hint.Score"],
        BallotKind.Points => texts.Count("consultations.vote.hint.Points", question.Points ?? 0),
        BallotKind.Budget => texts[question.IsCapped ? "consultations.vote.hint.Budget" : "consultations.vote.hint.Shares", ("budget", texts.Lei(question.BudgetBani ?? 0))],
        _ => texts.Count("consultations.choose-up-to", question.MaxChoices),
    };
}
