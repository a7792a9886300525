using System.Security.Cryptography;
using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Consultations;

/// <summary>What became of casting a ballot: the receipt, or why not.</summary>
/// <param name="HasConcern">There was a sign of harm in the words beside it: the numbers are shown, this once.</param>
public sealed record CastOutcome(byte[]? Receipt, Refusal? Refusal, bool HasConcern = false);

/// <summary>
/// Takes ballots in and closes. Casting leaves no audit row, no outbox row and no log line: the one exception to "every change is
/// recorded", and to one save per request.
/// </summary>
public sealed class BallotBox(ChildFriendlyDb db, ConsultationKeys keys, BallotWriter writer, Concerns concerns)
{
    /// <summary>Cards looked up in one statement when they are voided.</summary>
    private const int PerStatement = 200;

    /// <summary>Casts or changes the ballot of one card; the last one counts. Durably committed when it returns a receipt.</summary>
    /// <param name="answers">By position of the question; a question that is left out has no ballot.</param>
    /// <param name="language">Of the words that answer open questions.</param>
    public async Task<CastOutcome> CastAsync(
        Consultation consultation, Participant child, IReadOnlyDictionary<int, BallotAnswer> answers, DateTime now, string language = Initiative.DefaultLanguage)
    {
        if ((ConsultationRules.RefuseToVote(consultation, child, now) ?? ConsultationRules.RefuseBallot(consultation, child.AgeBand, answers)) is { } refusal)
        {
            return new CastOutcome(null, refusal);
        }

        var outcome = await writer.WriteAsync(consultation, child, answers);
        if (outcome.Refusal is not null)
        {
            return outcome;
        }

        // Words last: where they cannot be kept nothing was acknowledged, and casting again changes nothing else.
        return await db.KeepAnswersAsync(consultation, child, answers, concerns, language, now) is { } hasConcern
            ? outcome with { HasConcern = hasConcern }
            : new CastOutcome(null, ParticipationRules.VoidedCard);
    }

    /// <summary>What this child has chosen and written so far, while the vote is open, by position of the question; empty when it has not voted.</summary>
    public async Task<IReadOnlyDictionary<int, BallotAnswer>> AnswersOfAsync(Consultation consultation, Participant child)
    {
        var answers = new Dictionary<int, BallotAnswer>();
        if (consultation.Stage != ConsultationStage.Open)
        {
            return answers;
        }

        var questions = consultation.Questions.ToDictionary(q => q.Id);
        if (keys.Exists(consultation.Id))
        {
            var tag = keys.LoadOrCreate(consultation.Id).TagOf(child.CardId);
            foreach (var ballot in await db.CastBallots.AsNoTracking().Where(b => questions.Keys.Contains(b.QuestionId) && b.Tag == tag).ToListAsync())
            {
                answers[questions[ballot.QuestionId].Position] = BallotAnswer.Read(questions[ballot.QuestionId].Kind, ballot.Choices);
            }
        }

        if (consultation.Questions.Any(q => q.IsOpen))
        {
            foreach (var answer in await db.OpenAnswers.AsNoTracking().Where(a => a.ConsultationId == consultation.Id && a.AuthorId == child.Id).ToListAsync())
            {
                answers[questions[answer.QuestionId].Position] = BallotAnswer.InWords(answer.Text);
            }
        }

        return answers;
    }

    /// <summary>
    /// Rewrites the ballots in random order without tags, in one transaction. Does nothing when the vote is not open.
    /// </summary>
    public async Task CloseAsync(Guid consultationId, DateTime now)
    {
        db.ChangeTracker.Clear();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await Database.LockForClosingAsync(db, consultationId);
            var consultation = await db.Consultations.SingleAsync(c => c.Id == consultationId);
            if (consultation.Stage == ConsultationStage.Open)
            {
                var questionIds = consultation.Questions.Select(q => q.Id).ToList();
                var ballots = await db.CastBallots.AsNoTracking().Where(b => questionIds.Contains(b.QuestionId)).ToArrayAsync();
                RandomNumberGenerator.Shuffle(ballots.AsSpan());
                db.AddRange(ballots.Select(b => new CountedBallot { Id = RandomId.New(), QuestionId = b.QuestionId, Choices = b.Choices }));
#pragma warning disable RS0030 // The ballot box is the named exception: casting and emptying leave no audit rows.
                await db.CastBallots.Where(b => questionIds.Contains(b.QuestionId)).ExecuteDeleteAsync();
#pragma warning restore RS0030
                var receipts = await ReceiptsAsync(consultationId);
                var turnout = await db.VoterMarks.Where(m => m.ConsultationId == consultationId)
                    .Join(db.Participants, m => m.ParticipantId, p => p.Id, (_, p) => p.AgeBand).GroupBy(b => b).Select(g => new { Band = g.Key, Children = g.Count() }).ToListAsync();
                consultation.Close(receipts.Count, turnout.Select(t => (t.Band, t.Children)), MerkleTree.RootOf(receipts), now);
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
            }
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>After closing: destroys the key, then what the database still holds of the tags. May be repeated after a crash.</summary>
    public async Task ForgetWhoVotedHowAsync(Guid consultationId)
    {
        keys.Destroy(consultationId);
        await Database.ForgetDeletedAsync(db);
    }

    /// <summary>Something is left that tells who voted how.</summary>
    public bool Remembers(Guid consultationId) => keys.Exists(consultationId);

    /// <summary>
    /// Before the count: papers that two people agree on become ballots like all others, the rest is left out, and what was entered is
    /// deleted. False when somebody changed a batch at the same moment.
    /// </summary>
    public async Task<bool> TakePapersAsync(Guid consultationId, DateTime now)
    {
        db.ChangeTracker.Clear();
        var consultation = await db.Consultations.Include(c => c.Turnout).SingleAsync(c => c.Id == consultationId);
        var batches = await db.PaperBatches.Include(b => b.Answers)
            .Where(b => b.ConsultationId == consultationId && b.Stage != PaperBatchStage.Counted && b.Stage != PaperBatchStage.Missed).ToListAsync();
        if (consultation.Stage != ConsultationStage.Closed || batches.Count == 0)
        {
            return true;
        }

        var resolved = batches.Where(b => b.Stage == PaperBatchStage.Resolved).ToList();
        var ballots = resolved.SelectMany(b => b.Answers).Where(a => a.Agreed!.Length > 0)
            .Select(a => new CountedBallot { Id = RandomId.New(), QuestionId = a.QuestionId, Choices = a.Agreed! }).ToArray();
        RandomNumberGenerator.Shuffle(ballots.AsSpan());
        db.AddRange(ballots);
        consultation.TakePapers(resolved.Where(b => b.Papers > 0).Select(b => (b.AgeBand, b.Papers)));
        foreach (var batch in batches)
        {
            batch.Close(now);
        }

        return await db.TrySaveAsync();
    }

    /// <summary>
    /// Voids cards and takes their ballots out of every vote that is open, in one transaction. Where a vote's key was lost, ballots cannot
    /// be found and stay.
    /// </summary>
    public async Task VoidAsync(IReadOnlyCollection<Card> cards, Actor by, DateTime now)
    {
        var localities = cards.Select(c => c.LocalityId).ToHashSet();
        var ids = cards.Select(c => c.Id).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Database.LockCardsAsync(db, ids);
        foreach (var card in cards)
        {
            card.Void(by, now);
        }

        var open = await db.Consultations.AsNoTracking().Where(c => localities.Contains(c.LocalityId) && c.Stage == ConsultationStage.Open).ToListAsync();
        foreach (var consultation in open.Where(c => c.Questions.Any(q => q.IsOpen)))
        {
            foreach (var part in ids.Chunk(PerStatement))
            {
                await db.TakeOutAnswersAsync(consultation.Id, part, now);
            }
        }

        foreach (var consultation in open.OrderBy(c => c.Id).Where(c => keys.Exists(c.Id)))
        {
            // Casting waits, and then finds the card void.
            await Database.LockForClosingAsync(db, consultation.Id);
            var key = keys.LoadOrCreate(consultation.Id);
            var questionIds = consultation.Questions.Select(q => q.Id).ToList();
            foreach (var part in ids.Chunk(PerStatement))
            {
                var tags = part.Select(key.TagOf).ToList();
                var receipts = part.Select(key.ReceiptOf).ToList();
#pragma warning disable RS0030 // The ballot box is the named exception: casting and taking out leave no audit rows. Voiding is audited.
                await db.CastBallots.Where(b => questionIds.Contains(b.QuestionId) && tags.Contains(b.Tag)).ExecuteDeleteAsync();
                await db.BallotReceipts.Where(r => r.ConsultationId == consultation.Id && receipts.Contains(r.Code)).ExecuteDeleteAsync();
                await db.VoterMarks.Where(m => m.ConsultationId == consultation.Id
                    && db.Participants.Any(p => p.Id == m.ParticipantId && part.Contains(p.CardId))).ExecuteDeleteAsync();
#pragma warning restore RS0030
            }
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>All receipts of a vote, sorted, so that their order tells nothing.</summary>
    public async Task<List<byte[]>> ReceiptsAsync(Guid consultationId)
    {
        var receipts = await db.BallotReceipts.AsNoTracking().Where(r => r.ConsultationId == consultationId).Select(r => r.Code).ToListAsync();
        receipts.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        return receipts;
    }

    /// <summary>The ballots of a question, once the vote is closed.</summary>
    public async Task<Election> ElectionOfAsync(Question question)
    {
        // In the order of their ids, which is random.
        var ballots = await db.CountedBallots.AsNoTracking().Where(b => b.QuestionId == question.Id).OrderBy(b => b.Id).Select(b => b.Choices).ToListAsync();
        return question.Elect(ballots.Select(b => BallotAnswer.Read(question.Kind, b)));
    }

    /// <summary>The ballots of a question that is counted, and whether anybody may count them again one by one or only sees them taken together.</summary>
    /// <returns>Null where there are too few for either.</returns>
    public async Task<(Election Election, bool IsOneByOne)?> PublishedElectionOfAsync(Consultation consultation, Question question)
    {
        if (question.IsOpen || consultation.Voted < ConsultationRules.FewestPublished)
        {
            return null;
        }

        var election = await ElectionOfAsync(question);
        return election.Cast < ConsultationRules.FewestPublished ? null : (election, ConsultationRules.PublishesBallots(question, election));
    }
}
