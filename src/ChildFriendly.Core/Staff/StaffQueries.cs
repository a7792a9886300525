using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Core.Staff;

public static class StaffQueries
{
    /// <summary>Who these ids are, for colleagues; an account that is gone is not among them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> EmailsOfAsync(this IQueryable<StaffAccount> accounts, IEnumerable<Guid> ids)
    {
        var wanted = ids.Distinct().ToList();
        return await accounts.Where(s => wanted.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Email);
    }
}
