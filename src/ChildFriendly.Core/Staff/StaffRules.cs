using ChildFriendly.Core.Shared;

namespace ChildFriendly.Core.Staff;

public static class StaffRules
{
    public static readonly Refusal WrongCredentials = new("staff.sign-in.wrong");
    public static readonly Refusal Locked = new("staff.sign-in.locked");
    public static readonly Refusal DemonstrationOnly = new("staff.sign-in.demonstration-only");

    public const int TriesBeforeLock = 5;

    public static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan LongestLock = TimeSpan.FromDays(1);

    /// <summary>From the fifth wrong try on the door stays shut: five minutes, then twice as long each time, at most a day.</summary>
    public static TimeSpan? LockAfter(int tries) => tries < TriesBeforeLock
        ? null : TimeSpan.FromTicks(Math.Min(FirstLock.Ticks << Math.Min(tries - TriesBeforeLock, 10), LongestLock.Ticks));

    public static readonly Refusal WrongCode = new("staff.invitation.wrong-code");
    public static readonly Refusal InvitationUnknown = new("staff.invitation.unknown");
    public static readonly Refusal InvitationUsed = new("staff.invitation.used");
    public static readonly Refusal InvitationExpired = new("staff.invitation.expired");
    public static readonly Refusal NotYourself = new("staff.team.not-yourself");
    public static readonly Refusal HasItAlready = new("staff.team.has-it-already");
    public static readonly Refusal WrongPassword = new("staff.password.wrong");
    public static readonly Refusal PasskeyRefused = new("staff.passkey.refused");
    public static readonly Refusal CodeUsed = new("staff.sign-in.code-used");

    /// <summary>A code opens once. In the demonstration the codes stand on the page, and several people may be the same person.</summary>
    public static Refusal? RefuseCode(StaffAccount account, long step) =>
        step <= account.LastAuthenticatorStep && !account.IsDemonstration ? CodeUsed : null;

    public static Refusal? RefuseToAccept(StaffInvitation? invitation, DateTime now) => invitation switch
    {
        null or { WithdrawnAt: not null } => InvitationUnknown,
        { AcceptedAt: not null } => InvitationUsed,
        _ when invitation.ExpiresAt < now => InvitationExpired,
        _ => null,
    };

    /// <summary>An invitation ends with the right to invite of whoever made it.</summary>
    public static Refusal? RefuseInviter(StaffAccount? inviter, StaffInvitation invitation) =>
        inviter is not null && ((invitation.LocalityId is { } here && inviter.Has(Role.LocalityAdmin, here))
            || ((invitation.LocalityId is null || invitation.Role == Role.LocalityAdmin) && inviter.Has(Role.SystemAdmin, null))) ? null : InvitationUnknown;

    /// <summary>What gives lasting access is done soon after signing in: a desk left open is no place for it.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    public static readonly Refusal SignInAgain = new("staff.account.sign-in-again");

    public static Refusal? RefuseUnlessFresh(StaffSession? session, DateTime now) => session is not null && session.BeganAt + Fresh >= now ? null : SignInAgain;

    /// <summary>Nobody widens their own access, and nobody narrows it by mistake either.</summary>
    public static Refusal? RefuseToChange(StaffAccount? whose, StaffAccount by) => whose?.Id == by.Id ? NotYourself : null;

    public static Refusal? RefuseToSignIn(StaffAccount? account, bool isDemonstration) => account switch
    {
        null => WrongCredentials,
        { IsDemonstration: true } when !isDemonstration => DemonstrationOnly,
        _ => null,
    };
}
