using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Demonstration;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Staff;

/// <summary>Password and authenticator code together; which of the two was wrong is not told.</summary>
public sealed class SignInModel(UserManager<StaffAccount> users, PendingForms pending) : SitePage
{
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

        var account = await users.FindByNameAsync(Input.Email);
        if (StaffRules.RefuseToSignIn(account, IsDemonstration) is { } refusal)
        {
            return Refuse(refusal);
        }

        if (await users.IsLockedOutAsync(account!))
        {
            return Refuse(StaffRules.Locked);
        }

        var code = Input.Code.Replace(" ", "", StringComparison.Ordinal);
        if (!await users.CheckPasswordAsync(account!, Input.Password)
            || !await users.VerifyTwoFactorTokenAsync(account!, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            await users.AccessFailedAsync(account!);
            return Refuse(StaffRules.WrongCredentials);
        }

        await users.ResetAccessFailedCountAsync(account!);
        await HttpContext.BeginStaffAsync(account!);
        return Redirect(pending.Has(account!.Id) ? "/staff/resume" : Url.IsLocalUrl(Back) ? Back : "/staff");
    }

    /// <summary>In the demonstration everybody may be everybody: the codes of the printed secrets stand on the page.</summary>
    private void Load()
    {
        if (IsDemonstration)
        {
            var now = TimeProvider.System.GetUtcNow();
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
