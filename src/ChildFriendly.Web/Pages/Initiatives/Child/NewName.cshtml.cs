using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

/// <summary>6–10: the name of the idea has a page of its own.</summary>
[AtHome]
public sealed class NewNameModel : SitePage
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
        Input.Title = draft.Title;
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

        return await Step.SaveAsync(this, Db, Of, d => d.Tell(Input.Title ?? "", d.Text, Now, Lang)) ? Redirect(Step.Name.LinkOnward(this, Of, Only, back)) : Refuse(InitiativeRules.NotHereAnyMore);
    }

    public sealed class InputModel
    {
        [Required, StringLength(Initiative.TitleMaxLength)]
        public string Title { get; set; } = "";
    }
}
