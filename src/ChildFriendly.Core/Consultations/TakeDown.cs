using ChildFriendly.Core.Data;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Consultations;

/// <summary>An idea is taken down on its child's wish: itself, its words in votes that are over, and its name where a measure carries it.</summary>
public static class TakeDown
{
    /// <summary>Saves nothing by itself.</summary>
    public static async Task TakeDownAsync(this ChildFriendlyDb db, Initiative idea, Actor by, DateTime now)
    {
        foreach (var measure in await db.Measures.Where(m => m.InitiativeId == idea.Id).ToListAsync())
        {
            measure.ForgetIdea(idea.Title, by, now);
        }

        idea.Remove(by, now);
        await db.ForgetRedactionsAsync([idea.Id]);
        foreach (var vote in await db.Consultations.Where(c => c.Questions.Any(q => q.Options.Any(o => o.InitiativeId == idea.Id))).ToListAsync())
        {
            vote.ForgetIdea(idea.Id, by, now);
        }
    }
}
