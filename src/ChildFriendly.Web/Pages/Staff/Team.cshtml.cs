using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Staff;

/// <summary>Who works here in which role. A role is offered by a link that works once, and taken away with two presses; never one's own.</summary>
public sealed class TeamModel(Roster roster) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public RosterView Roster { get; private set; } = null!;

    public IReadOnlyList<Choice> RoleChoices { get; private set; } = [];

    /// <summary>The link of the invitation just made, shown once.</summary>
    private string? link;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || !Roles.Local.Contains(Input.Role!.Value))
        {
            await LoadAsync();
            return ModelState.IsValid ? Refuse(new Refusal(ErrorKeys.Invalid), "Input.Role") : Invalid();
        }

        if (await roster.RefuseToInviteAsync(Input.Email, Input.Role.Value, Here.Id, Staff!) is { } refusal)
        {
            await LoadAsync();
            return Refuse(refusal, "Input.Email");
        }

        var token = await roster.InviteAsync(Input.Email, Input.Role.Value, Here.Id, As(Role.LocalityAdmin));
        link = InvitationModel.LinkOf(Request, token);
        Input = new InputModel();
        ModelState.Clear();
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAwayAsync(Guid staffId, Role role)
    {
        ModelState.Clear();
        var (isFound, refusal) = await roster.TakeAwayAsync(staffId, role, Here.Id, Staff!, As(Role.LocalityAdmin));
        if (refusal is not null)
        {
            await LoadAsync();
            return Refuse(refusal);
        }

        return isFound ? Tell($"{Desk}/team", "role-taken-away") : NotFound();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid invitation)
    {
        await roster.WithdrawAsync(invitation, Here.Id, As(Role.LocalityAdmin));
        return Tell($"{Desk}/team", "invitation-withdrawn");
    }

    private async Task LoadAsync()
    {
        var texts = HttpContext.RequestServices.GetRequiredService<Wording>();
        RoleChoices = Roles.Local.Select(r => new Choice(r.ToString(), texts.Of("role", r))).ToList();
        Roster = new RosterView(await roster.MembersAsync(Here.Id), await roster.Open(Here.Id).AsNoTracking().OrderBy(i => i.ExpiresAt).ToListAsync(), link, Staff!.Id, ($"{Desk}/team", Today));
    }

    public sealed class InputModel
    {
        [Required, EmailPattern, StringLength(StaffAccount.EmailMaxLength)]
        public string Email { get; set; } = "";

        [Required]
        public Role? Role { get; set; }
    }
}
