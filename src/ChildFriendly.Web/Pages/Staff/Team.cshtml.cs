using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Staff;

/// <summary>Who works here in which role. A role is offered by a link that works once, and taken away with one button; never one's own.</summary>
public sealed class TeamModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public IReadOnlyList<StaffInvitation> Open { get; private set; } = [];

    public IReadOnlyList<Choice> RoleChoices { get; private set; } = [];

    /// <summary>The link of the invitation just made, shown once.</summary>
    public string? Link { get; private set; }

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || !Offered.Contains(Input.Role!.Value))
        {
            await LoadAsync();
            return ModelState.IsValid ? Refuse(new Refusal(ErrorKeys.Invalid), "Input.Role") : Invalid();
        }

        var account = await Db.StaffAccounts.Include(s => s.Roles).SingleOrDefaultAsync(s => s.NormalizedEmail == StaffAccount.Normalize(Input.Email));
        var refusal = StaffRules.RefuseToChange(account, Staff!)
            ?? (account?.Roles.Exists(r => r.Role == Input.Role && r.LocalityId == Here.Id) == true ? StaffRules.HasItAlready : null);
        if (refusal is not null)
        {
            await LoadAsync();
            return Refuse(refusal, "Input.Email");
        }

        var (invitation, token) = StaffInvitation.Offer(Input.Email, Input.Role.Value, Here.Id, Staff!.Id, As(Role.LocalityAdmin), Now);
        foreach (var older in await OpenInvitations().Where(i => i.Role == Input.Role && i.Email == invitation.Email).ToListAsync())
        {
            // One link at a time for one person and role.
            older.Withdraw(As(Role.LocalityAdmin), Now);
        }

        Db.Add(invitation);
        await Db.SaveChangesAsync();
        Input = new InputModel();
        ModelState.Clear();
        Link = $"{Request.Scheme}://{Request.Host}/staff/invitation?token={token}";
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAwayAsync(Guid staffId, Role role)
    {
        var account = await Db.StaffAccounts.Include(s => s.Roles).SingleOrDefaultAsync(s => s.Id == staffId && s.Roles.Any(r => r.LocalityId == Here.Id));
        if (account is null)
        {
            return NotFound();
        }

        ModelState.Clear();
        if (StaffRules.RefuseToChange(account, Staff!) is { } refusal)
        {
            await LoadAsync();
            return Refuse(refusal);
        }

        account.TakeAway(role, Here.Id, As(Role.LocalityAdmin), Now);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/team", "role-taken-away") : Refuse(Refusal.Busy);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid invitation)
    {
        ModelState.Clear();
        if (await OpenInvitations().SingleOrDefaultAsync(i => i.Id == invitation) is { } open)
        {
            open.Withdraw(As(Role.LocalityAdmin), Now);
            await Db.TrySaveAsync();
        }

        return Tell($"{Desk}/team", "invitation-withdrawn");
    }

    private static IReadOnlyList<Role> Offered => Roles.Local;

    private async Task LoadAsync()
    {
        var texts = HttpContext.RequestServices.GetRequiredService<Wording>();
        RoleChoices = Offered.Select(r => new Choice(r.ToString(), texts.Of("role", r))).ToList();
        var accounts = await Db.StaffAccounts.AsNoTracking().Include(s => s.Roles).Where(s => s.Roles.Any(r => r.LocalityId == Here.Id)).OrderBy(s => s.Email).ToListAsync();
        Members = accounts.ConvertAll(a => new Member(a.Id, a.Email, a.Roles.Where(r => r.LocalityId == Here.Id).Select(r => r.Role).Order().ToList()));
        Open = await OpenInvitations().AsNoTracking().OrderBy(i => i.ExpiresAt).ToListAsync();
    }

    private IQueryable<StaffInvitation> OpenInvitations() =>
        Db.StaffInvitations.Where(i => i.LocalityId == Here.Id && i.AcceptedAt == null && i.WithdrawnAt == null && i.ExpiresAt > Now);

    public sealed class InputModel
    {
        [Required, EmailAddress, StringLength(StaffAccount.EmailMaxLength)]
        public string Email { get; set; } = "";

        [Required]
        public Role? Role { get; set; }
    }
}

public sealed record Member(Guid Id, string Email, IReadOnlyList<Role> Roles);
