using ChildFriendly.Core.Counting;
using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Consultations;

/// <summary>
/// Opens, closes and counts what is due. A vote whose whole time passed while the program was down still goes through every stage,
/// once each. Several instances at once: the second one finds nothing due, or loses the version check and finds it next time.
/// </summary>
public sealed class RunConsultationsOnTime(ChildFriendlyDb db, BallotBox box, TimeProvider clock) : IRecurringJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Instant();
        await RunAsync(now);
    }

    public async Task RunAsync(DateTime now)
    {
        foreach (var id in await DueAsync(c => c.Stage == ConsultationStage.Announced && c.OpensAt <= now))
        {
            var consultation = await LoadAsync(id);
            if (consultation.Stage == ConsultationStage.Announced)
            {
                consultation.Open(now);
                await db.TrySaveAsync();
            }
        }

        foreach (var id in await DueAsync(c => c.Stage == ConsultationStage.Open && c.ClosesAt <= now))
        {
            await box.CloseAsync(id, now);
        }

        foreach (var id in await DueAsync(c => c.Stage == ConsultationStage.Closed))
        {
            var isAwaited = await AwaitsPapersAsync(id, now);
            if (!isAwaited || box.Remembers(id))
            {
                await box.ForgetWhoVotedHowAsync(id);
            }

            if (!isAwaited && await box.TakePapersAsync(id, now))
            {
                await CountAsync(id, now);
            }
        }
    }

    /// <summary>Papers are being entered, and there is still time.</summary>
    private Task<bool> AwaitsPapersAsync(Guid id, DateTime now)
    {
        var since = now - PaperRules.Grace;
        return db.PaperBatches.AnyAsync(b => b.ConsultationId == id && (b.Stage == PaperBatchStage.Entering || b.Stage == PaperBatchStage.Compared)
            && db.Consultations.Any(c => c.Id == id && c.ClosesAt > since));
    }

    private async Task CountAsync(Guid id, DateTime now)
    {
        var consultation = await LoadAsync(id);
        if (consultation.Stage != ConsultationStage.Closed)
        {
            return;
        }

        var lot = new TieLot(Convert.FromHexString(consultation.TieSeed!));
        foreach (var question in consultation.Questions.Where(q => !q.IsOpen))
        {
            var election = await box.ElectionOfAsync(question);
            question.TakeResult(election, question.Count(election, lot));
            foreach (var option in question.Options.Where(o => o.InitiativeId is not null))
            {
                var initiative = await db.Initiatives.SingleAsync(i => i.Id == option.InitiativeId);
                if (initiative.Stage == InitiativeStage.OnBallot)
                {
                    initiative.TakeVoteResult(option.IsSelected == true, now);
                }
            }
        }

        consultation.FinishCount(now);
        await db.TrySaveAsync();
    }

    private Task<List<Guid>> DueAsync(System.Linq.Expressions.Expression<Func<Consultation, bool>> isDue) =>
        db.Consultations.AsNoTracking().Where(isDue).OrderBy(c => c.ClosesAt).Select(c => c.Id).ToListAsync();

    private Task<Consultation> LoadAsync(Guid id)
    {
        db.ChangeTracker.Clear();
        return db.Consultations.SingleAsync(c => c.Id == id);
    }
}
