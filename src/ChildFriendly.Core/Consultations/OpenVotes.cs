using System.Collections.Concurrent;
using ChildFriendly.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Consultations;

/// <summary>
/// Consultations that children are voting in, read once for all of them: a school asks for the same questions a thousand times a
/// minute, and they do not change while it votes. Whether a ballot still counts is asked of the database when it is written.
/// </summary>
public sealed class OpenVotes
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<(Guid LocalityId, int Number), (Consultation Vote, DateTime ReadAt)> known = [];

    /// <returns>Null where there is none, or only a draft. Shared by all requests: to be read, not changed.</returns>
    public async Task<Consultation?> FindAsync(ChildFriendlyDb db, Guid localityId, int number, DateTime now)
    {
        var key = (localityId, number);
        if (known.TryGetValue(key, out var earlier) && now >= earlier.ReadAt && now < earlier.ReadAt + Fresh && now < earlier.Vote.ClosesAt)
        {
            return earlier.Vote;
        }

        var vote = await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.LocalityId == localityId && c.Number == number && c.Stage != ConsultationStage.Draft);
        if (vote?.Stage == ConsultationStage.Open)
        {
            known[key] = (vote, now);
        }
        else
        {
            known.TryRemove(key, out _);
        }

        return vote;
    }
}
