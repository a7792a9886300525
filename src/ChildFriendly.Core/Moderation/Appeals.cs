using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Moderation;

public static class Appeals
{
    /// <summary>What was not published waits for another moderator. Saves nothing by itself.</summary>
    public static async Task AppealAsync<T>(this ChildFriendlyDb db, T item, DateTime now)
        where T : Entity, IQuestionable
    {
        var decided = await db.ModerationCases.Where(c => c.ItemId == item.Id && c.Stage == ModerationStage.NotPublished).OrderByDescending(c => c.DecidedAt).FirstAsync();
        item.Appeal(now);
        db.Add(ModerationCase.OpenAppeal(decided, now));
    }
}
