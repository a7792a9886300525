using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Safeguarding;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Moderation;

/// <summary>What the child is told after it was sent; nothing of it is stored.</summary>
public enum Submitted
{
    Waiting,

    /// <summary>There was a sign of harm in it: the numbers are shown, this once.</summary>
    WithConcern,

    /// <summary>It was sent already, from another page: nothing was saved a second time.</summary>
    Before,
}

/// <summary>Sending an initiative: it gets its number and stands in the moderators' queue, in one save.</summary>
public static class Submission
{
    private const int Tries = 8;

    public static async Task<Submitted> SubmitAsync(this ChildFriendlyDb db, Initiative initiative, Concerns concerns, DateTime now, Actor? by = null)
    {
        initiative.Submit(await db.NextNumberAsync<Initiative>(initiative.LocalityId), now, by);
        var check = ModerationCase.Open(ModerationSubject.Initiative, initiative.Id, initiative.LocalityId, now);
        db.Add(check);
        var sent = await concerns.FindAsync(check, initiative.Language, now, initiative.Title, initiative.Text, initiative.Place, initiative.Helps) ? Submitted.WithConcern : Submitted.Waiting;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await db.SaveChangesAsync();
                return sent;
            }
            catch (DbUpdateConcurrencyException)
            {
                return Submitted.Before;
            }
            catch (DbUpdateException e) when (attempt < Tries && Database.IsTaken(e))
            {
                if (await db.Initiatives.AnyAsync(i => i.Id == initiative.Id && i.Stage == InitiativeStage.Submitted))
                {
                    return Submitted.Before;
                }

                initiative.Renumber(await db.NextNumberAsync<Initiative>(initiative.LocalityId));
            }
        }
    }
}
