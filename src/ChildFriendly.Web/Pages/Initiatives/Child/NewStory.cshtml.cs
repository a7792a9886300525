using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.Initiatives.Child;

[AtHome]
public sealed class NewStoryModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int? Of { get; set; }

    /// <summary>Only this answer is changed; the check comes next.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Only { get; set; }

    /// <summary>The youngest are asked for the name on the next page.</summary>
    public bool AsksName => !IsYoung;

    public Initiative? Draft { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Step.FindDraftAsync(this, Db, Of) is not { } draft)
        {
            return Redirect(Step.Goal.LinkTo(this, null));
        }

        Input = new InputModel { Title = draft.Title, Text = draft.Text };
        Draft = draft;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool back)
    {
        if (await Step.FindDraftAsync(this, Db, Of) is not { } draft)
        {
            return Refuse(InitiativeRules.NotHereAnyMore);
        }

        Draft = draft;
        if (!AsksName)
        {
            ModelState.Remove("Input.Title");
            Input.Title = draft.Title;
        }

        if (!ModelState.IsValid && !(back && Step.LacksOnly(ModelState)))
        {
            return Invalid();
        }

        return await Step.SaveAsync(this, Db, Of, d => d.Tell(Input.Title ?? "", Input.Text ?? "", Now, Lang)) ? Redirect(Step.Story.LinkOnward(this, Of, Only, back)) : Refuse(InitiativeRules.NotHereAnyMore);
    }

    public sealed class InputModel
    {
        [Required, StringLength(Initiative.TitleMaxLength)]
        public string Title { get; set; } = "";

        [Required, StringLength(Initiative.TextMaxLength), DataType(DataType.MultilineText)]
        public string Text { get; set; } = "";
    }
}
