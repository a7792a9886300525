using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>The coordinator records what the children's council has adopted; it is sent at once and the clock runs.</summary>
public sealed class NewModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public void OnGet() => Input.AdoptedOn = Today;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (RecommendationRules.RefuseAdoptionDate(Input.AdoptedOn!.Value, Today) is { } refusal)
        {
            return Refuse(refusal, "Input.AdoptedOn");
        }

        var by = As(Role.CouncilCoordinator);
        var recommendation = Recommendation.Adopt(
            Here.Id, await Db.NextNumberAsync<Recommendation>(Here.Id), Input.Name, Input.Text, Input.Addressee, Input.AdoptedOn.Value, by, Now, Input.FormId);
        recommendation.Send(by, Now);
        Db.Add(recommendation);
        return await Db.SaveOnceAsync(recommendation) ? Tell($"{Desk}/council", "recommended") : Refuse(Refusal.Busy);
    }

    public sealed class InputModel
    {
        /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = Guid.CreateVersion7();

        [Required, StringLength(Recommendation.TitleMaxLength)]
        public string Name { get; set; } = "";

        [Required, StringLength(Recommendation.TextMaxLength), DataType(DataType.MultilineText)]
        public string Text { get; set; } = "";

        [Required, StringLength(Recommendation.AddresseeMaxLength)]
        public string Addressee { get; set; } = "";

        [Required]
        public DateOnly? AdoptedOn { get; set; }
    }
}
