using ChildFriendly.Core.Data;
using ChildFriendly.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ChildFriendly.Core.Notifications;

/// <summary>
/// Sends what is due, alarms first, one after the other. That a letter is being sent is saved before it is, by its version: of several
/// instances one sends it. Between the server's "taken" and our saving it a process may be gone: an alarm is then sent again, with the same
/// Message-ID, anything else is not.
/// </summary>
public sealed partial class SendMails(ChildFriendlyDb db, IPostOffice office, TimeProvider clock, ILogger<SendMails> log) : IRecurringJob
{
    /// <summary>At one waking: what is left goes at the next.</summary>
    private const int Most = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < Most && office.IsOpen && !cancellationToken.IsCancellationRequested; i++)
        {
            db.ChangeTracker.Clear();
            var now = clock.Instant();
            if (await db.Mails.Where(m => m.SentAt == null && m.GivenUpAt == null && m.DueAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil < now))
                .OrderByDescending(m => m.IsUrgent).ThenBy(m => m.DueAt).FirstOrDefaultAsync(cancellationToken) is not { } mail)
            {
                return;
            }

            var isToBeSent = mail.Claim(now);
            if (!await db.TrySaveAsync() || !isToBeSent)
            {
                // Another instance has it, or it may have left already.
                continue;
            }

            await SendAsync(mail);
        }
    }

    /// <summary>To its end, also when the program is being stopped: half a letter would be one that may have left.</summary>
    private async Task SendAsync(Mail mail)
    {
        try
        {
            var to = await db.StaffAccounts.AsNoTracking().SingleAsync(s => s.Id == mail.RecipientId);
            await office.SendAsync(mail, to, CancellationToken.None);
            mail.Leave(clock.Instant());
        }
        catch (Exception e)
        {
            mail.Fail(clock.Instant());
            LogFailed(mail.Id, mail.Tries, e.GetType().Name);
        }

        await db.TrySaveAsync();
    }

    [LoggerMessage(LogLevel.Warning, "Letter {Id} was not taken, try {Tries}: {Why}")]
    private partial void LogFailed(Guid id, int tries, string why);
}
