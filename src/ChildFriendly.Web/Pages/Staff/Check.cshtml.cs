using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Shared;
using ChildFriendly.Core.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Staff;

/// <summary>The administrator has seen a paper of somebody who works with children here, and writes down its day.</summary>
public sealed class CheckModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public StaffAccount Person { get; private set; } = null!;

    public StaffCheckKind Kind { get; private set; }

    /// <summary>The kind in an address.</summary>
    public static string NameOf(StaffCheckKind kind) => kind == StaffCheckKind.Training ? "training" : "certificate";

    public async Task<IActionResult> OnGetAsync(Guid id, string kind) => await FindAsync(id, kind) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string kind)
    {
        if (!await FindAsync(id, kind))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (StaffCheckRules.RefuseToSee(Kind, Person.Id, Input.IssuedOn!.Value, Staff!.Id, Today) is { } refusal)
        {
            return Refuse(refusal, refusal == StaffCheckRules.NotForYourself ? "" : "Input.IssuedOn");
        }

        var check = StaffCheck.See(Person.Id, Here.Id, Kind, Input.IssuedOn.Value, Staff.Id, As(Role.LocalityAdmin), Now, Input.FormId);
        Db.Add(check);
        return await Db.SaveOnceAsync(check) ? Tell($"{Desk}/team", "check-recorded") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindAsync(Guid id, string kind)
    {
        Kind = Enum.GetValues<StaffCheckKind>().FirstOrDefault(k => IsNamed(k, kind));
        Person = (await Db.StaffAccounts.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.Roles.Any(r => r.LocalityId == Here.Id)))!;
        return Person is not null && IsNamed(Kind, kind);

        // An address typed in capitals is the same address, also for what is sent to it.
        static bool IsNamed(StaffCheckKind known, string kind) => NameOf(known).Equals(kind, StringComparison.OrdinalIgnoreCase);
    }

    public sealed class InputModel
    {
        /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = Guid.CreateVersion7();

        [Required]
        public DateOnly? IssuedOn { get; set; }
    }
}
