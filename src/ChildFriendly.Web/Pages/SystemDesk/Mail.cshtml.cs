using ChildFriendly.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.SystemDesk;

/// <summary>
/// Whether letters leave. Of a letter that did not, whom it was for: never what it was about, because alarms are among them.
/// </summary>
public sealed class MailModel(IPostOffice office) : SitePage
{
    private const int Shown = 100;

    public bool IsOpen => office.IsOpen;

    public int Sent { get; private set; }

    public int Waiting { get; private set; }

    public IReadOnlyList<(string Email, DateTime CreatedAt, int Tries)> GivenUp { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var weekAgo = Now.AddDays(-7);
        // Without alarms: whoever reloads this page would see that there was one.
        Sent = await Db.Mails.CountAsync(m => m.SentAt > weekAgo && !m.IsUrgent);
        Waiting = await Db.Mails.CountAsync(m => m.SentAt == null && m.GivenUpAt == null && !m.IsUrgent);
        var lost = await Db.Mails.Where(m => m.GivenUpAt != null).OrderByDescending(m => m.CreatedAt).Take(Shown)
            .Join(Db.StaffAccounts, m => m.RecipientId, s => s.Id, (m, s) => new { s.Email, m.CreatedAt, m.Tries }).ToListAsync();
        GivenUp = lost.ConvertAll(l => (l.Email, l.CreatedAt, l.Tries));
    }
}
