using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Moderation;

/// <summary>Sending an initiative: it gets its number and stands in the moderators' queue, in one save.</summary>
public static class Submission
{
    private const int Tries = 8;

    public static async Task SubmitAsync(this ChildFriendlyDb db, Initiative initiative, DateTime now)
    {
        initiative.Submit(await db.NextNumberAsync<Initiative>(initiative.LocalityId), now);
        db.Add(ModerationCase.Open(ModerationSubject.Initiative, initiative.Id, initiative.LocalityId, now));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateException e) when (attempt < Tries && Database.IsTaken(e))
            {
                initiative.Renumber(await db.NextNumberAsync<Initiative>(initiative.LocalityId));
            }
        }
    }
}
