using ChildFriendly.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Consultations;

public static class PaperQueries
{
    /// <summary>A batch with everything that was entered, and its vote.</summary>
    public static async Task<(Consultation Vote, PaperBatch Batch)?> FindPapersAsync(this ChildFriendlyDb db, Guid localityId, int number, int batch)
    {
        var vote = await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.LocalityId == localityId && c.Number == number);
        return vote is not null && await db.PaperBatches.Include(b => b.Answers).SingleOrDefaultAsync(b => b.ConsultationId == vote.Id && b.Number == batch) is { } found
            ? (vote, found) : null;
    }
}
