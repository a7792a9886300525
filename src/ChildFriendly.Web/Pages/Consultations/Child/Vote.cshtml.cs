using System.Data.Common;
using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Child;

/// <summary>A child's ballot, cast or changed.</summary>
[InKeyLanguages]
public sealed partial class VoteModel(BallotBox box, OpenVotes votes, ILogger<VoteModel> log) : BallotPage(votes)
{
    /// <summary>Said in the answer to this very press and nowhere else.</summary>
    public bool HasConcern { get; private set; }

    public string Voted => $"{Home}/consultations/{Consultation.Number}/voted";

    public override Refusal? Closed => ConsultationRules.RefuseToVote(Consultation, Me, Now);

    protected override Guid OrderedFor => Me.CardId;

    protected override IReadOnlyList<Question> QuestionsOf(Consultation consultation) => consultation.QuestionsFor(Me.AgeBand);

    protected override Task<IReadOnlyDictionary<int, BallotAnswer>> MineAsync() => box.AnswersOfAsync(Consultation, Me);

    protected override async Task<IActionResult> SendAsync(IReadOnlyDictionary<int, BallotAnswer> answers)
    {
        try
        {
            var outcome = await box.CastAsync(Consultation, Me, answers, Now, Lang);
            HasConcern = outcome.HasConcern;
            return outcome.Refusal is { } late ? Refuse(late) : HasConcern ? Page() : Redirect(Voted);
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            // A full disk, a server that is gone: the same page with the same choice, to be sent again.
            CouldNotSave(log, e);
            ShowAgain(answers);
            Refuse(ConsultationRules.NotSaved);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }
    }

    /// <summary>What the database said, and nothing about whose vote it was.</summary>
    [LoggerMessage(LogLevel.Error, "A ballot could not be saved.")]
    private static partial void CouldNotSave(ILogger log, Exception failure);
}
