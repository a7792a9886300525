using ChildFriendly.Core.Staff;

namespace ChildFriendly.Core.Notifications;

/// <summary>Puts a letter into words and hands it on: to a mail server, or into a folder of files.</summary>
public interface IPostOffice
{
    /// <summary>False where nobody has said how letters are sent: they wait.</summary>
    bool IsOpen { get; }

    /// <summary>Throws when the letter was not taken.</summary>
    Task SendAsync(Mail mail, StaffAccount to, CancellationToken cancellationToken);
}
