using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Staff;

public static class StaffRules
{
    public static readonly Refusal WrongCredentials = new("staff.sign-in.wrong");
    public static readonly Refusal Locked = new("staff.sign-in.locked");
    public static readonly Refusal DemonstrationOnly = new("staff.sign-in.demonstration-only");

    public static readonly Refusal CodeUsed = new("staff.sign-in.code-used");

    /// <summary>A code opens once. In the demonstration the codes stand on the page, and several people may be the same person.</summary>
    public static Refusal? RefuseCode(StaffAccount account, long step) =>
        step <= account.LastAuthenticatorStep && !account.IsDemonstration ? CodeUsed : null;

    public static Refusal? RefuseToSignIn(StaffAccount? account, bool isDemonstration) => account switch
    {
        null => WrongCredentials,
        { IsDemonstration: true } when !isDemonstration => DemonstrationOnly,
        _ => null,
    };
}
