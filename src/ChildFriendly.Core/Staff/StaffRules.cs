using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Staff;

public static class StaffRules
{
    public static readonly Refusal WrongCredentials = new("staff.sign-in.wrong");
    public static readonly Refusal Locked = new("staff.sign-in.locked");
    public static readonly Refusal DemonstrationOnly = new("staff.sign-in.demonstration-only");

    public static Refusal? RefuseToSignIn(StaffAccount? account, bool isDemonstration) => account switch
    {
        null => WrongCredentials,
        { IsDemonstration: true } when !isDemonstration => DemonstrationOnly,
        _ => null,
    };
}
