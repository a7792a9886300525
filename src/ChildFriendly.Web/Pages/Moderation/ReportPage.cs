using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Moderation;

/// <summary>A reader says what is wrong with something published: no sign-in, no words of one's own, nothing kept about who it was.</summary>
public abstract class ReportPage(HidingLimits limits) : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    /// <summary>How what is reported begins, and its language.</summary>
    public abstract (string Words, string Language) Named { get; }

    /// <summary>It has been said; the page that was reported may be gone by now.</summary>
    public bool IsSaid { get; private set; }

    protected async Task<IActionResult> SayAsync<T>(ModerationSubject kind, T item)
        where T : Entity, ILocal, IReportable
    {
        if (!ModelState.IsValid || !Enum.IsDefined(Input.Reason!.Value))
        {
            return Invalid();
        }

        var reason = Input.Reason.Value;
        await Db.ReportAsync(kind, item, reason, Child is { } child && reason.HidesAtOnce() && limits.IsBelieved(child.Id), Now);
        IsSaid = true;
        return Page();
    }

    public sealed class InputModel
    {
        [Required]
        public ReportReason? Reason { get; set; }
    }
}
