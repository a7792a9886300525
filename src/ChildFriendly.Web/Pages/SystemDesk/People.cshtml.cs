using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Localities;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using ChildFriendly.Web.Access;
using ChildFriendly.Web.Pages.Staff;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.SystemDesk;

/// <summary>National roles, and the first administrator of each locality, who invites everybody else there.</summary>
public sealed class PeopleModel(Roster roster) : SitePage
{
    /// <summary>In the place of a locality's slug: a national role.</summary>
    private const string Nationwide = "";

    private string? link;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public RosterView Roster { get; private set; } = null!;

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>Administrators by locality: where there is none, nobody can be invited.</summary>
    public IReadOnlyList<(Locality Locality, IReadOnlyList<(Guid Id, string Email)> People)> Administrators { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var (role, slug) = Read(Input.Role);
        var locality = await Db.Localities.AsNoTracking().SingleOrDefaultAsync(l => l.Slug == slug);
        if (!ModelState.IsValid || role is null || (slug != Nationwide && locality is null))
        {
            if (ModelState.IsValid)
            {
                ModelState.AddModelError("Input.Role", ErrorKeys.Invalid);
            }

            await LoadAsync();
            return Invalid();
        }

        if (await roster.RefuseToInviteAsync(Input.Email, role.Value, locality?.Id, Staff!) is { } refusal)
        {
            await LoadAsync();
            return Refuse(refusal, "Input.Email");
        }

        link = InvitationModel.LinkOf(Request, await roster.InviteAsync(Input.Email, role.Value, locality?.Id, As(Role.SystemAdmin)));
        Input = new InputModel();
        ModelState.Clear();
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAwayAsync(Guid staffId, Role role, Guid? localityId)
    {
        ModelState.Clear();
        if (localityId is not null && role != Role.LocalityAdmin)
        {
            // Everybody else in a locality is the business of its administrator.
            return NotFound();
        }

        var (isFound, refusal) = await roster.TakeAwayAsync(staffId, role, localityId, Staff!, As(Role.SystemAdmin));
        if (refusal is not null)
        {
            await LoadAsync();
            return Refuse(refusal);
        }

        return isFound ? Tell("/staff/system/people", "role-taken-away") : NotFound();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid invitation)
    {
        var localityId = await Db.StaffInvitations.Where(i => i.Id == invitation).Select(i => i.LocalityId).SingleOrDefaultAsync();
        await roster.WithdrawAsync(invitation, localityId, As(Role.SystemAdmin));
        return Tell("/staff/system/people", "invitation-withdrawn");
    }

    /// <summary>"Auditor" or "LocalityAdmin bacau".</summary>
    private static (Role? Role, string Slug) Read(string? choice) => (choice ?? "").Split(' ') switch
    {
        [var name] when Enum.TryParse<Role>(name, out var role) && Roles.National.Contains(role) => (role, Nationwide),
        [nameof(Role.LocalityAdmin), var slug] => (Role.LocalityAdmin, slug),
        _ => (null, Nationwide),
    };

    private async Task LoadAsync()
    {
        var texts = HttpContext.RequestServices.GetRequiredService<Wording>();
        var localities = await Db.Localities.AsNoTracking().OrderBy(l => l.Name).ToListAsync();
        Choices =
        [
            .. localities.Select(l => new Choice($"{Role.LocalityAdmin} {l.Slug}", texts.Of("role", Role.LocalityAdmin), l.Name)),
            .. Roles.National.Select(r => new Choice(r.ToString(), texts.Of("role", r))),
        ];
        var administrators = await Db.StaffAccounts.AsNoTracking().SelectMany(s => s.Roles, (s, r) => new { r.Role, r.LocalityId, s.Id, s.Email }).Where(a => a.Role == Role.LocalityAdmin).ToListAsync();
        Administrators = localities.ConvertAll(l => (l, (IReadOnlyList<(Guid, string)>)administrators.Where(a => a.LocalityId == l.Id).OrderBy(a => a.Email, StringComparer.Ordinal).Select(a => (a.Id, a.Email)).ToList()));
        var open = await roster.Open(null).AsNoTracking().ToListAsync();
        foreach (var locality in localities)
        {
            open.AddRange(await roster.Open(locality.Id).AsNoTracking().Where(i => i.Role == Role.LocalityAdmin).ToListAsync());
        }

        Roster = new RosterView(await roster.MembersAsync(null), open, link, Staff!.Id);
    }

    public sealed class InputModel
    {
        [Required, EmailPattern, StringLength(StaffAccount.EmailMaxLength)]
        public string Email { get; set; } = "";

        [Required]
        public string? Role { get; set; }
    }
}
