using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Consultations;

/// <summary>
/// The same ballot for anybody who wants to try it first, or show it to a class: all questions, whoever looks, and nothing is stored,
/// not even that somebody tried.
/// </summary>
[InKeyLanguages]
public sealed class TryModel(OpenVotes votes) : BallotPage(votes)
{
    public override bool IsTrial => true;

    public override Refusal? Closed => ConsultationRules.RefuseToTry(Consultation, Now);

    /// <summary>The trial is at its end.</summary>
    public bool IsDone { get; private set; }

    protected override Guid OrderedFor => Consultation.Id;

    protected override IReadOnlyList<Question> QuestionsOf(Consultation consultation) => consultation.Questions;

    protected override Task<IReadOnlyDictionary<int, BallotAnswer>> MineAsync() =>
        Task.FromResult<IReadOnlyDictionary<int, BallotAnswer>>(new Dictionary<int, BallotAnswer>());

    protected override Task<IActionResult> SendAsync(IReadOnlyDictionary<int, BallotAnswer> answers)
    {
        IsDone = true;
        return Task.FromResult<IActionResult>(Page());
    }
}
