using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

[AtHome]
public sealed class NewWhoModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int? Of { get; set; }

    /// <summary>Only this answer is changed; the check comes next.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Only { get; set; }

    public Initiative? Draft { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Step.FindDraftAsync(this, Db, Of) is not { } draft)
        {
            return Redirect(Step.Goal.LinkTo(this, null));
        }

        Draft = draft;
        Input.Helps = draft.Helps;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool back)
    {
        if (await Step.FindDraftAsync(this, Db, Of) is not { } draft)
        {
            return Refuse(InitiativeRules.NotHereAnyMore);
        }

        Draft = draft;

        if (!ModelState.IsValid && !(back && Step.LacksOnly(ModelState)))
        {
            return Invalid();
        }

        return await Step.SaveAsync(this, Db, Of, d => d.NameWhoItHelps(Input.Helps ?? "", Now)) ? Redirect(Step.Who.LinkOnward(this, Of, Only, back)) : Refuse(InitiativeRules.NotHereAnyMore);
    }

    public sealed class InputModel
    {
        [StringLength(Initiative.HelpsMaxLength)]
        public string? Helps { get; set; }
    }
}
