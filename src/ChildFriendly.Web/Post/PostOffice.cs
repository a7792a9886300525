using System.Globalization;
using System.Net;
using ChildFriendly.Core.Notifications;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Texts;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ChildFriendly.Web.Post;

/// <summary>
/// Writes letters in the language of whoever gets them and hands them to the mail server. In development without a server, and always in the
/// demonstration, they are files (.eml) in a folder instead. What is asked of the settings is asked at each letter.
/// </summary>
public sealed class PostOffice(PortalSettings settings, Phrasebook book, DeskLinks links, IHostEnvironment environment) : IPostOffice
{
    private const int ImplicitTlsPort = 465;
    private const int ServerPatienceMs = 60_000;

    public bool IsOpen => Folder is not null || HasServer;

    private bool HasServer => !string.IsNullOrEmpty(settings.SmtpHost);

    /// <summary>Null where letters are really sent.</summary>
    private string? Folder => settings.MailFolder ?? (settings.Demo || (environment.IsDevelopment() && !HasServer) ? Path.Combine(settings.DataFolder!, "mail") : null);

    public async Task SendAsync(Mail mail, StaffAccount to, CancellationToken cancellationToken)
    {
        using var letter = Write(mail, to);
        if (Folder is { } folder)
        {
            // Named by the letter: written twice, it is one file.
            Directory.CreateDirectory(folder);
            var unfinished = Path.Combine(folder, $".{mail.Id:N}");
            await letter.WriteToAsync(unfinished, cancellationToken);
            File.Move(unfinished, Path.Combine(folder, $"{mail.Id:N}.eml"), overwrite: true);
            return;
        }

        using var server = new SmtpClient { Timeout = ServerPatienceMs };
        var host = settings.SmtpHost!;
        // Nobody else's machine gets a letter or a password in the open.
        await server.ConnectAsync(
            host, settings.SmtpPort, IsThisMachine(host) ? SecureSocketOptions.None : settings.SmtpPort == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, cancellationToken);
        if (!string.IsNullOrEmpty(settings.SmtpUser))
        {
            var password = settings.SmtpPasswordFile is { Length: > 0 } file ? (await File.ReadAllTextAsync(file, cancellationToken)).Trim() : "";
            await server.AuthenticateAsync(settings.SmtpUser, password, cancellationToken);
        }

        await server.SendAsync(letter, cancellationToken);
        try
        {
            await server.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception e) when (e is IOException or MailKit.ProtocolException or OperationCanceledException)
        {
            // The server has the letter already; that it says no goodbye changes nothing.
        }
    }

    private MimeMessage Write(Mail mail, StaffAccount to)
    {
        var texts = new Wording(book, Languages.IsForStaff(to.MailLanguage) ? to.MailLanguage! : Languages.Default);
        var arguments = mail.ReadArguments();
        var from = MailboxAddress.Parse(settings.SmtpFrom ?? "portal@localhost");
        from.Name = texts["site.name"];
        string[] lines =
        [
            .. settings.Demo ? (string[])[texts["site.demonstration"], ""] : [],
            Fill($"staff.mail.{mail.Kind}.text"),
            .. mail.Kind == MailKind.ModerationDigest ? (string[])[Count("waiting"), .. arguments["late"] == "0" ? (string[])[] : [Count("late")]] : [],
            .. mail.Kind == MailKind.PlanDigest ? Needs() : [],
            "",
            settings.Address?.TrimEnd('/') + arguments["path"],
            "",
            texts[mail.IsUrgent ? "staff.mail.footer.alarm" : "staff.mail.footer"],
        ];
        var letter = new MimeMessage
        {
            // The same at every try, so that a server or a mailbox can see that it has it already.
            MessageId = $"{mail.Id:N}@{from.Domain}",
            Subject = Fill($"staff.mail.{mail.Kind}.subject"),
            Date = new DateTimeOffset(mail.CreatedAt, TimeSpan.Zero),
            Priority = mail.IsUrgent ? MessagePriority.Urgent : MessagePriority.Normal,
            Body = new TextPart("plain") { Text = string.Join('\n', lines) + "\n" },
        };
        letter.From.Add(from);
        letter.To.Add(MailboxAddress.Parse(to.Email));
        // Nobody's holiday notice answers a machine (RFC 3834).
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        return letter;

        string Fill(string key) => texts[key, [.. arguments.Select(a => (a.Key, (object)(a.Key == "date" ? texts.Date(DateOnly.Parse(a.Value, CultureInfo.InvariantCulture)) : a.Value)))]];

        // What is to be done, by the unit that answers for it, each line with the way to its form.
        IEnumerable<string> Needs()
        {
            var written = RomanianTime.DateOf(mail.CreatedAt);
            foreach (var unit in MonthlyNeeds.Read(arguments["needs"]).GroupBy(n => n.Unit, StringComparer.Ordinal))
            {
                yield return "";
                yield return unit.Key.Length > 0 ? unit.Key : texts["staff.mail.need.answers"];
                foreach (var need in unit)
                {
                    yield return "– " + texts[$"staff.mail.need.{need.Kind}", ("number", need.Number), ("date", need.DueOn is { } due ? texts.Date(due) : "")];
                    yield return "  " + settings.Address?.TrimEnd('/') + links.PathTo(arguments["slug"], need.Kind, need.Number, need.Position, written);
                }
            }

            yield return "";
            yield return arguments["more"] == "0" ? texts["staff.mail.need.all"] : Count("more");
        }

        string Count(string name) => texts.Count($"staff.mail.count.{name}", long.Parse(arguments[name], CultureInfo.InvariantCulture));
    }

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
