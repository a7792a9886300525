using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Staff;

/// <summary>An adult who works with the portal. Signs in with a password and an authenticator code.</summary>
public sealed class StaffAccount : Entity
{
    public const int EmailMaxLength = 200;
    public const int PasswordMinLength = 12;

    public string Email { get; private init; } = "";

    public string NormalizedEmail { get; private init; } = "";

    public string PasswordHash { get; set; } = "";

    /// <summary>Changes whenever a credential does: sessions that carry another one end.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Shared secret of the authenticator, closed by a key outside the database.</summary>
    public string AuthenticatorKey { get; set; } = "";

    /// <summary>The authenticator's last step that signed in: each code opens once (RFC 6238 §5.2).</summary>
    public long LastAuthenticatorStep { get; private set; }

    public int FailedSignIns { get; set; }

    public DateTime? LockedUntil { get; set; }

    public DateTime? RecoveryCodesMadeAt { get; private set; }

    /// <summary>Published with its password for the demonstration: refused unless the portal runs with demonstration data.</summary>
    public bool IsDemonstration { get; private init; }

    /// <summary>Of the letters that the portal sends; null for the default one.</summary>
    public string? MailLanguage { get; private set; }

    /// <summary>Turned the daily overview off; alarms cannot be turned off.</summary>
    public bool NoDigest { get; private set; }

    public List<RoleAssignment> Roles { get; private init; } = [];

    public static StaffAccount Create(string email, string authenticatorKey, bool isDemonstration, Actor by, DateTime now)
    {
        var account = new StaffAccount
        {
            Email = email,
            NormalizedEmail = Normalize(email),
            AuthenticatorKey = authenticatorKey,
            SecurityStamp = RandomId.New().ToString("N"),
            IsDemonstration = isDemonstration,
        };
        account.Record(new StaffAccountCreated(by, now));
        return account;
    }

    public static string Normalize(string email) => email.Trim().ToUpperInvariant();

    public void Give(Role role, Guid? localityId, Actor by, DateTime now)
    {
        if (Shared.Roles.Local.Contains(role) != localityId.HasValue)
        {
            throw new InvalidOperationException($"{role} is given {(localityId.HasValue ? "for all localities" : "for one locality")}.");
        }

        Roles.Add(new RoleAssignment(Id, role, localityId));
        Record(new RoleGiven(by, now, role, localityId));
    }

    /// <param name="step">Of the authenticator; later than every one used before.</param>
    public StaffSession SignIn(long step, string device, DateTime now)
    {
        (LastAuthenticatorStep, FailedSignIns, LockedUntil) = (step, 0, null);
        return StaffSession.Begin(this, device, now);
    }

    public void TakeAway(Role role, Guid? localityId, Actor by, DateTime now)
    {
        if (Roles.RemoveAll(r => r.Role == role && r.LocalityId == localityId) > 0)
        {
            Record(new RoleTakenAway(by, now, role, localityId));
        }
    }

    /// <summary>
    /// Counted before anything is looked at, so that many tries at once are many tries; a right one takes it back.
    /// </summary>
    public void TrySignIn(DateTime now)
    {
        FailedSignIns++;
        LockedUntil = StaffRules.LockAfter(FailedSignIns) is { } time ? now + time : null;
    }

    /// <summary>The device and what it asked for in the place of password and code, which stay as they were.</summary>
    public StaffSession SignInWithPasskey(string device, DateTime now) => SignIn(LastAuthenticatorStep, device, now);

    /// <summary>By the operator, for somebody who has lost everything that opens the account.</summary>
    public void Reset(string passwordHash, string closedAuthenticatorKey, DateTime now)
    {
        (PasswordHash, AuthenticatorKey, SecurityStamp, FailedSignIns, LockedUntil) = (passwordHash, closedAuthenticatorKey, RandomId.New().ToString("N"), 0, null);
        Record(new AccessReset(Actor.Program, now));
    }

    /// <summary>Takes back the try it was counted as; sessions that carry the old stamp end.</summary>
    public void ChangePassword(string hash, DateTime now)
    {
        (PasswordHash, SecurityStamp, FailedSignIns, LockedUntil) = (hash, RandomId.New().ToString("N"), 0, null);
        Record(new PasswordChanged(Actor.Self(Id), now));
    }

    /// <summary>A new set of recovery codes; the version of the account lets only one of two sets made at once be saved.</summary>
    public void RenewRecoveryCodes(DateTime now)
    {
        RecoveryCodesMadeAt = now;
        Record(new RecoveryCodesRenewed(Actor.Self(Id), now));
    }

    /// <summary>In place of the authenticator's code, which stays as it was.</summary>
    public StaffSession SignInWithRecovery(string device, DateTime now)
    {
        Record(new RecoveryCodeUsed(Actor.Self(Id), now));
        return SignIn(LastAuthenticatorStep, device, now);
    }

    /// <summary>Looked through the audit, or took a copy of it away.</summary>
    public void ReadAudit(bool isExport, Actor by, DateTime now) => Record(isExport ? new AuditExported(by, now) : new AuditRead(by, now));

    public void ChooseMail(string language, bool wantsDigest, DateTime now)
    {
        (MailLanguage, NoDigest) = (language, !wantsDigest);
        Record(new MailChosen(Actor.Self(Id), now));
    }

    public bool Has(Role role, Guid? localityId) => Roles.Exists(r => r.Role == role && (r.LocalityId is null || r.LocalityId == localityId));
}

public enum SessionStage
{
    Open,
    Ended,
}

/// <summary>One sign-in of an adult at one device, until they leave or end it from elsewhere.</summary>
public sealed class StaffSession : Entity
{
    public const int DeviceMaxLength = 60;

    public Guid StaffId { get; private init; }

    /// <summary>Browser and system by name, without versions.</summary>
    public string Device { get; private init; } = "";

    public DateTime BeganAt { get; private init; }

    public DateTime? EndedAt { get; private set; }

    internal override Guid? SubjectOf(Change change) => StaffId;

    internal override Enum? AuditedStage => EndedAt is null ? SessionStage.Open : SessionStage.Ended;

    internal static StaffSession Begin(StaffAccount account, string device, DateTime now)
    {
        var session = new StaffSession { StaffId = account.Id, Device = device, BeganAt = now };
        session.Record(new StaffSignedIn(Actor.Self(account.Id), now));
        return session;
    }

    public void End(Actor by, DateTime now)
    {
        if (EndedAt is null)
        {
            EndedAt = now;
            Record(new StaffSessionEnded(by, now));
        }
    }
}

/// <summary>What one adult may do, and where.</summary>
public sealed class RoleAssignment
{
    internal RoleAssignment(Guid staffId, Role role, Guid? localityId)
    {
        StaffId = staffId;
        Role = role;
        LocalityId = localityId;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid StaffId { get; private init; }

    public Role Role { get; private init; }

    /// <summary>Null for a national role.</summary>
    public Guid? LocalityId { get; private init; }
}

public sealed record MailChosen(Actor By, DateTime At) : Change(By, At);

public sealed record StaffAccountCreated(Actor By, DateTime At) : Change(By, At);

public sealed record RoleGiven(Actor By, DateTime At, Role Role, Guid? LocalityId) : Change(By, At);

public sealed record RoleTakenAway(Actor By, DateTime At, Role Role, Guid? LocalityId) : Change(By, At);

public sealed record AccessReset(Actor By, DateTime At) : Change(By, At);

public sealed record PasswordChanged(Actor By, DateTime At) : Change(By, At);

public sealed record RecoveryCodesRenewed(Actor By, DateTime At) : Change(By, At);

public sealed record RecoveryCodeUsed(Actor By, DateTime At) : Change(By, At);

public sealed record StaffSignedIn(Actor By, DateTime At) : Change(By, At);

public sealed record StaffSessionEnded(Actor By, DateTime At) : Change(By, At);

public sealed record AuditRead(Actor By, DateTime At) : Reading(By, At);

public sealed record AuditExported(Actor By, DateTime At) : Reading(By, At);
