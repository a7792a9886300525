using ChildFriendly.Core.Data;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Consultations;

/// <summary>Children's own words beside the box.</summary>
public static class OpenAnswers
{
    /// <summary>What a child wrote to the open questions of a vote becomes exactly this.</summary>
    /// <inheritdoc cref="ShortTexts.KeepTextsAsync" path="/returns"/>
    public static async Task<bool?> KeepAnswersAsync(
        this ChildFriendlyDb db, Consultation consultation, Participant child, IReadOnlyDictionary<int, BallotAnswer> answers, Concerns concerns, string language, DateTime now)
    {
        var questions = consultation.QuestionsFor(child.AgeBand).Where(q => q.IsOpen).ToList();
        return questions.Count == 0 ? false : await db.KeepTextsAsync(
            ModerationSubject.OpenAnswer,
            child,
            db.OpenAnswers.Where(a => a.ConsultationId == consultation.Id && a.AuthorId == child.Id),
            questions.ConvertAll(q => new WantedText<OpenAnswer>(
                a => a.QuestionId == q.Id, answers.GetValueOrDefault(q.Position)?.Words, words => OpenAnswer.Of(q, child, language, words))),
            concerns,
            language,
            now);
    }

    /// <summary>Of a vote that is open, with the ballots of cards that were voided. Saves nothing by itself.</summary>
    internal static async Task TakeOutAnswersAsync(this ChildFriendlyDb db, Guid consultationId, IReadOnlyCollection<Guid> cardIds, DateTime now) => await db.RemoveWithChecksAsync(
        await db.OpenAnswers.Where(a => a.ConsultationId == consultationId && db.Participants.Any(p => p.Id == a.AuthorId && cardIds.Contains(p.CardId))).ToListAsync(), now);
}
