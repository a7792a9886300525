using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Demonstration;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Staff;

/// <summary>Password and authenticator code together; which of the two was wrong is not told.</summary>
public sealed class SignInModel(UserManager<StaffAccount> users, PendingForms pending, UnknownAccounts unknown, Vault vault, Passkeys passkeys, TimeProvider clock) : SitePage
{
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<StaffAccount>().HashPassword(null!, "nobody"));

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public IReadOnlyList<(DemonstrationPerson Person, string Code)> Examples { get; private set; } = [];

    public void OnGet() => Load();

    public async Task<IActionResult> OnPostAsync()
    {
        Load();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var (account, shutUntil) = await CountTryAsync();
        // As slow for an address that has no account or is locked as for any other, so that the time tells nothing.
        var isPassword = account is null
            ? users.PasswordHasher.VerifyHashedPassword(null!, NobodysHash.Value, Input.Password) == PasswordVerificationResult.Success
            : await users.CheckPasswordAsync(account, Input.Password);
        if (shutUntil is { } until)
        {
            return Wait(until);
        }

        if (StaffRules.RefuseToSignIn(account, IsDemonstration) is { } refusal)
        {
            return Refuse(refusal);
        }

        var code = Input.Code.Replace(" ", "", StringComparison.Ordinal);
        var recovery = await Db.RecoveryCodes.SingleOrDefaultAsync(c => c.StaffId == account!.Id && c.Hash == RecoveryCode.HashOf(code));
        var step = vault.Open(account!.AuthenticatorKey) is { } secret ? AuthenticatorCode.StepOf(secret, code, clock.GetUtcNow()) : null;
        if (!isPassword || (step is null && recovery is null))
        {
            return Refuse(StaffRules.WrongCredentials);
        }

        if (step is not null && StaffRules.RefuseCode(account, step.Value) is { } used)
        {
            return Refuse(used, "Input.Code");
        }

        var device = Devices.NameOf(Request.Headers.UserAgent);
        var session = step is null ? account.SignInWithRecovery(device, Now) : account.SignIn(step.Value, device, Now);
        if (step is null)
        {
            Db.Remove(recovery!);
        }

        Db.Add(session);
        if (!await Db.TrySaveAsync())
        {
            return Refuse(StaffRules.CodeUsed, "Input.Code");
        }

        return await EnterAsync(account, session);
    }

    /// <summary>What the browser asks the device for; fetched when somebody presses the button.</summary>
    public async Task<IActionResult> OnGetPasskeyAsync() => new JsonResult(await passkeys.AskToSignInAsync(HttpContext));

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? state)
    {
        Load();
        ModelState.Clear();
        if (await passkeys.SignInAsync(credential ?? "", state ?? "", HttpContext) is not var (account, passkey))
        {
            return Refuse(StaffRules.PasskeyRefused);
        }

        if (StaffRules.RefuseToSignIn(account, IsDemonstration) is { } refusal)
        {
            return Refuse(refusal);
        }

        await users.AddOrUpdatePasskeyAsync(account, passkey);
        var session = account.SignInWithPasskey(Devices.NameOf(Request.Headers.UserAgent), Now);
        Db.Add(session);
        return await Db.TrySaveAsync() ? await EnterAsync(account, session) : Refuse(Refusal.Busy);
    }

    private async Task<IActionResult> EnterAsync(StaffAccount account, StaffSession session)
    {
        await HttpContext.BeginStaffAsync(account, session);
        return Redirect(pending.Find(account.Id) is not null ? "/staff/resume" : Url.IsLocalUrl(Back) ? Back : "/staff");
    }

    /// <summary>Counts the try, also of many at once; each is saved before anything is looked at.</summary>
    /// <returns>The account if there is one, and when its door opens again if it was shut already.</returns>
    private async Task<(StaffAccount? Account, DateTime? ShutUntil)> CountTryAsync()
    {
        while (true)
        {
            var account = await users.FindByNameAsync(Input.Email);
            if (account is null)
            {
                return (null, unknown.TrySignIn(Input.Email));
            }

            if (account.LockedUntil > Now)
            {
                return (account, account.LockedUntil);
            }

            account.TrySignIn(Now);
            if (await Db.TrySaveAsync())
            {
                return (account, null);
            }

            Db.ChangeTracker.Clear();
        }
    }

    private IActionResult Wait(DateTime until)
    {
        var page = Refuse(StaffRules.Locked with { Count = (int)Math.Ceiling((until - Now).TotalMinutes) });
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Response.Headers.RetryAfter = ((int)(until - Now).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return page;
    }

    /// <summary>In the demonstration everybody may be everybody: the codes of the printed secrets stand on the page.</summary>
    private void Load()
    {
        if (IsDemonstration)
        {
            var now = clock.GetUtcNow();
            Examples = DemonstrationPeople.Load().All.Where(p => p.Kind == "staff").Select(p => (p, AuthenticatorCode.At(p.TotpSecret, now))).ToList();
        }
    }

    public sealed class InputModel
    {
        [Required, StringLength(StaffAccount.EmailMaxLength)]
        public string Email { get; set; } = "";

        [Required, StringLength(200)]
        public string Password { get; set; } = "";

        [Required, StringLength(20)]
        public string Code { get; set; } = "";
    }
}
