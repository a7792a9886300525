using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Staff;

/// <summary>A key on a device of an adult (WebAuthn), which signs in by itself: the device asks for a finger, a face or a PIN.</summary>
public sealed class StaffPasskey : Entity
{
    public const int NameMaxLength = 60;

    public Guid StaffId { get; private init; }

    public byte[] CredentialId { get; private init; } = [];

    /// <summary>What its owner calls it.</summary>
    public string Name { get; private init; } = "";

    public DateTime AddedAt { get; private init; }

    /// <summary>Everything else that the verification needs, as the framework writes it: public key, counter, flags.</summary>
    public string Credential { get; private set; } = "";

    internal override Guid? SubjectOf(Change change) => StaffId;

    public static StaffPasskey Add(Guid staffId, byte[] credentialId, string name, string credential, DateTime now)
    {
        var passkey = new StaffPasskey { StaffId = staffId, CredentialId = credentialId, Name = name, Credential = credential, AddedAt = now };
        passkey.Record(new PasskeyAdded(Actor.Self(staffId), now));
        return passkey;
    }

    /// <summary>The counter moved on with a sign-in.</summary>
    public void Use(string credential) => Credential = credential;

    public void Remove(DateTime now) => Record(new PasskeyRemoved(Actor.Self(StaffId), now));
}

public sealed record PasskeyAdded(Actor By, DateTime At) : Change(By, At);

public sealed record PasskeyRemoved(Actor By, DateTime At) : Change(By, At);
