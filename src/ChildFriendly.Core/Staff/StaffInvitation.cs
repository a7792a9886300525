using System.Security.Cryptography;
using System.Text;
using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Staff;

public enum InvitationStage
{
    Open,
    Accepted,
    Withdrawn,
}

/// <summary>A role offered to an adult by a link that works once. Only a hash of the link's token is stored.</summary>
public sealed class StaffInvitation : Entity
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    private const int TokenBytes = 32;

    public string Email { get; private init; } = "";

    public Role Role { get; private init; }

    /// <summary>Null for a national role.</summary>
    public Guid? LocalityId { get; private init; }

    public string TokenHash { get; private init; } = "";

    public Guid InvitedById { get; private init; }

    public DateTime ExpiresAt { get; private init; }

    public DateTime? AcceptedAt { get; private set; }

    /// <summary>Taken back before anybody used it, or replaced by a newer one for the same person and role.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    internal override Enum? AuditedStage => WithdrawnAt is not null ? InvitationStage.Withdrawn : AcceptedAt is not null ? InvitationStage.Accepted : InvitationStage.Open;

    public static (StaffInvitation Invitation, string Token) Offer(string email, Role role, Guid? localityId, Guid invitedById, Actor by, DateTime now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var invitation = new StaffInvitation
        {
            Email = email.Trim().ToLowerInvariant(),
            Role = role,
            LocalityId = localityId,
            TokenHash = HashOf(token),
            InvitedById = invitedById,
            ExpiresAt = now + Lasts,
        };
        invitation.Record(new StaffInvited(by, now, role, localityId));
        return (invitation, token);
    }

    /// <summary>The token is random enough that one pass of a fast hash hides it.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public void Withdraw(Actor by, DateTime now)
    {
        if (AcceptedAt is not null || WithdrawnAt is not null)
        {
            throw new InvalidOperationException("Used or withdrawn already.");
        }

        WithdrawnAt = now;
        Record(new StaffInvitationWithdrawn(by, now));
    }

    /// <summary>Gives the role to the account; whoever invited is the one who gave it.</summary>
    public void Accept(StaffAccount account, DateTime now)
    {
        if (StaffRules.RefuseToAccept(this, now) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Key);
        }

        AcceptedAt = now;
        Record(new StaffInvitationAccepted(Actor.Self(account.Id), now));
        if (!account.Roles.Exists(r => r.Role == Role && r.LocalityId == LocalityId))
        {
            account.Give(Role, LocalityId, Actor.Self(InvitedById), now);
        }
    }
}

/// <summary>A way in when the authenticator is lost; each opens once.</summary>
public sealed class RecoveryCode
{
    /// <summary>Codes made at a time.</summary>
    public const int Count = 8;

    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Symbols = 10;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid StaffId { get; private init; }

    public string Hash { get; private init; } = "";

    /// <summary>A set of codes as their owner reads them, once, and as they are stored.</summary>
    public static (IReadOnlyList<RecoveryCode> Stored, IReadOnlyList<string> Codes) MakeFor(StaffAccount account)
    {
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Symbols)).ToList();
        return (codes.ConvertAll(c => new RecoveryCode { StaffId = account.Id, Hash = HashOf(c) }), codes.ConvertAll(c => $"{c[..5]}-{c[5..]}"));
    }

    public static string HashOf(string typed) => StaffInvitation.HashOf("recovery " + string.Concat(typed.Where(char.IsLetterOrDigit)).ToLowerInvariant());
}

public sealed record StaffInvitationWithdrawn(Actor By, DateTime At) : Change(By, At);

public sealed record StaffInvitationAccepted(Actor By, DateTime At) : Change(By, At);

public sealed record StaffInvited(Actor By, DateTime At, Role Role, Guid? LocalityId) : Change(By, At);
