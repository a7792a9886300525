using ChildFriendly.Core.Data;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Staff;

/// <summary>How long what is kept here, and what the job will do in the next weeks: a dry run that changes nothing.</summary>
public sealed class RetentionModel : SitePage
{
    private const int DaysAhead = 30;

    public IReadOnlyList<(string Key, int DueNow, int DueSoon)> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var rows = new List<(string, int, int)>();
        foreach (var rule in ApplyRetention.Rules)
        {
            rows.Add((rule.Key, await rule.CountAsync(Db, Now, Here.Id), await rule.CountAsync(Db, Now.AddDays(DaysAhead), Here.Id)));
        }

        Rows = rows;
        return Page();
    }
}
