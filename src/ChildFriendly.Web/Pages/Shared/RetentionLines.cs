using ChildFriendly.Core.Data;

namespace ChildFriendly.Web.Pages.Shared;

/// <summary>A line of the retention table: what is due now and soon, without doing it.</summary>
/// <param name="Due">Null where a locality asks for what belongs to none, and where nobody is to know.</param>
public sealed record RetentionLine(string Key, (int Now, int Soon)? Due)
{
    private const int DaysAhead = 30;

    /// <param name="localityId">Null for the whole portal.</param>
    public static async Task<IReadOnlyList<RetentionLine>> ReadAsync(ChildFriendlyDb db, DateTime now, Guid? localityId)
    {
        var lines = new List<RetentionLine>();
        foreach (var rule in ApplyRetention.Rules)
        {
            lines.Add(new RetentionLine(rule.Key, rule.IsUncounted || (rule.IsNationwide && localityId is not null)
                ? null : (await rule.CountAsync(db, now, localityId), await rule.CountAsync(db, now.AddDays(DaysAhead), localityId))));
        }

        return lines;
    }
}
