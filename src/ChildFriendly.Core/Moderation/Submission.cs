using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Moderation;

/// <summary>Sending an initiative: it gets its number and stands in the moderators' queue, in one save.</summary>
public static class Submission
{
    private const int Tries = 8;

    /// <returns>False when it was sent already, from another page: then nothing is saved a second time.</returns>
    public static async Task<bool> SubmitAsync(this ChildFriendlyDb db, Initiative initiative, DateTime now)
    {
        initiative.Submit(await db.NextNumberAsync<Initiative>(initiative.LocalityId), now);
        db.Add(ModerationCase.Open(ModerationSubject.Initiative, initiative.Id, initiative.LocalityId, now));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await db.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }
            catch (DbUpdateException e) when (attempt < Tries && Database.IsTaken(e))
            {
                if (await db.Initiatives.AnyAsync(i => i.Id == initiative.Id && i.Stage == InitiativeStage.Submitted))
                {
                    return false;
                }

                initiative.Renumber(await db.NextNumberAsync<Initiative>(initiative.LocalityId));
            }
        }
    }
}
