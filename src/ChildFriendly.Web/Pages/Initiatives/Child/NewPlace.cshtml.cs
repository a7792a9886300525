using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

[AtHome]
public sealed class NewPlaceModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int? Of { get; set; }

    /// <summary>Only this answer is changed; the check comes next.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Only { get; set; }

    /// <summary>What others have said about the same, while there is still time to join them instead.</summary>
    public IReadOnlyList<Initiative> Similar { get; private set; } = [];

    public Initiative? Draft { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Step.FindDraftAsync(this, Db, Of) is not { } draft)
        {
            return Redirect(Step.Goal.LinkTo(this, null));
        }

        Draft = draft;
        Input.Place = draft.Place;
        Similar = await Db.SimilarToAsync(draft);
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

        return await Step.SaveAsync(this, Db, Of, d => d.Locate(Input.Place ?? "", Now)) ? Redirect(Step.Place.LinkOnward(this, Of, Only, back)) : Refuse(InitiativeRules.NotHereAnyMore);
    }

    public sealed class InputModel
    {
        [Required, StringLength(Initiative.PlaceMaxLength)]
        public string Place { get; set; } = "";
    }
}
