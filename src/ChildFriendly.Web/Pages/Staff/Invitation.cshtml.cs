using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Staff;

/// <summary>
/// The link of an invitation. Whoever has an account already signs in and takes the role; others choose a password and set up their
/// authenticator here. Recovery codes are shown once.
/// </summary>
public sealed class InvitationModel(UserManager<StaffAccount> users, Vault vault, TimeProvider clock) : SitePage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public StaffInvitation? Invitation { get; private set; }

    public Locality? Where { get; private set; }

    public Refusal? Refusal { get; private set; }

    /// <summary>There is an account for the address: it takes the role after signing in.</summary>
    public bool HasAccount { get; private set; }

    /// <summary>The invited person is signed in.</summary>
    public bool IsInvited => Staff is not null && StaffAccount.Normalize(Invitation!.Email) == Staff.NormalizedEmail;

    public IReadOnlyList<string> Recovery { get; private set; } = [];

    /// <summary>What authenticator applications read (Google's key URI format).</summary>
    public string KeyUri => $"otpauth://totp/{Uri.EscapeDataString(Invitation!.Email)}?secret={Input.Secret}&issuer=Child%20Friendly%20Localities";

    /// <summary>What whoever invites sends to whom they invite.</summary>
    public static string LinkOf(HttpRequest request, string token) => $"{request.Scheme}://{request.Host}/staff/invitation?token={token}";

    public async Task<IActionResult> OnGetAsync()
    {
        await FindAsync();
        Input.Secret = users.GenerateNewAuthenticatorKey();
        if (Refusal is not null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await FindAsync();
        if (Refusal is not null)
        {
            return Refuse(Refusal);
        }

        if (HasAccount)
        {
            return await TakeAsync();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (AuthenticatorCode.StepOf(Input.Secret, Input.Code.Replace(" ", "", StringComparison.Ordinal), clock.GetUtcNow()) is not { } step)
        {
            return Refuse(StaffRules.WrongCode, "Input.Code");
        }

        var account = StaffAccount.Create(Invitation!.Email, vault.Close(Input.Secret), IsDemonstration, Actor.Self(Invitation.InvitedById), Now);
        account.PasswordHash = users.PasswordHasher.HashPassword(account, Input.Password);
        Invitation.Accept(account, Now);
        Db.Add(account);
        (var stored, Recovery) = RecoveryCode.MakeFor(account);
        Db.AddRange(stored);
        var session = account.SignIn(step, Devices.NameOf(Request.Headers.UserAgent), Now);
        Db.Add(session);
        if (!await Db.TrySaveAsync())
        {
            Recovery = [];
            return Refuse(StaffRules.InvitationUsed);
        }

        await HttpContext.BeginStaffAsync(account, session);
        return Page();
    }

    private async Task<IActionResult> TakeAsync()
    {
        if (!IsInvited)
        {
            return Redirect($"/staff/sign-in?back={Uri.EscapeDataString($"/staff/invitation?token={Token}")}");
        }

        Invitation!.Accept(await Db.StaffAccounts.Include(s => s.Roles).SingleAsync(s => s.Id == Staff!.Id), Now);
        return await Db.TrySaveAsync() ? Tell("/staff", "role-taken") : Refuse(StaffRules.InvitationUsed);
    }

    private async Task FindAsync()
    {
        var hash = StaffInvitation.HashOf(Token ?? "");
        Invitation = await Db.StaffInvitations.SingleOrDefaultAsync(i => i.TokenHash == hash);
        Refusal = StaffRules.RefuseToAccept(Invitation, Now)
            ?? StaffRules.RefuseInviter(await Db.StaffAccounts.AsNoTracking().Include(s => s.Roles).SingleOrDefaultAsync(s => s.Id == Invitation!.InvitedById), Invitation!);
        if (Refusal is null)
        {
            Where = await Db.Localities.AsNoTracking().SingleOrDefaultAsync(l => l.Id == Invitation!.LocalityId);
            HasAccount = await Db.StaffAccounts.AnyAsync(s => s.NormalizedEmail == StaffAccount.Normalize(Invitation!.Email));
        }
    }

    public sealed class InputModel
    {
        /// <summary>Made when the page is opened; it becomes the account's only when a code of it was typed.</summary>
        [Required, RegularExpression("[A-Z2-7]{32}")]
        public string Secret { get; set; } = "";

        [Required, StringLength(200), MinLength(StaffAccount.PasswordMinLength)]
        public string Password { get; set; } = "";

        [Required, StringLength(20)]
        public string Code { get; set; } = "";
    }
}
