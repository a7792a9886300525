using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Consultations;

/// <summary>
/// Consultations that children are voting in: their questions do not change meanwhile. Whether a ballot still counts is asked of the
/// database when it is written.
/// </summary>
public sealed class OpenVotes
{
    private readonly RecentlyRead<(Guid LocalityId, int Number), Consultation> open = new();

    /// <returns>Null where there is none, or only a draft.</returns>
    public Task<Consultation?> FindAsync(ChildFriendlyDb db, Guid localityId, int number, DateTime now) => open.FindAsync(
        (localityId, number), now,
        () => db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.LocalityId == localityId && c.Number == number && c.Stage != ConsultationStage.Draft),
        vote => vote.Stage == ConsultationStage.Open && now < vote.ClosesAt);
}
