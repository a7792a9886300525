using System.ComponentModel.DataAnnotations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Staff.Consents;

/// <summary>Writes down that a parent has agreed. The paper stays where it is.</summary>
public sealed class NewModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public void OnGet() => (Input.GivenOn, Input.ExpiresOn) = (Today, Today.AddMonths(ParentConsent.LongestMonths));

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (ParentConsentRules.RefuseToTake(Input.GivenOn!.Value, Input.ExpiresOn!.Value, Today) is { } refusal)
        {
            return Refuse(refusal, refusal == ParentConsentRules.InTheFuture || refusal == ParentConsentRules.TooLongAgo ? "Input.GivenOn" : "Input.ExpiresOn");
        }

        if (ParentConsentRules.RefuseKeeper(Input.Keeper) is { } somebody)
        {
            return Refuse(somebody, "Input.Keeper");
        }

        var sameNumber = await Db.ParentConsents.InLocality(Here.Id)
            .Where(c => c.Id != Input.FormId && c.Scope == Input.Scope && c.Reference == Input.Reference && c.WithdrawnOn == null).Select(c => c.Keeper).ToListAsync();
        if (sameNumber.Exists(keeper => PlainText.Fold(keeper) == PlainText.Fold(Input.Keeper)))
        {
            return Refuse(ParentConsentRules.TakenAlready, "Input.Reference");
        }

        var consent = ParentConsent.Take(
            Here.Id, await Db.NextNumberAsync<ParentConsent>(Here.Id), Input.Scope!.Value, Input.Form!.Value, Input.TextVersion, Input.Reference, Input.Keeper,
            Input.GivenOn.Value, Input.ExpiresOn.Value, Staff!.Id, AsFirstOf(Role.LocalityAdmin, Role.Facilitator, Role.CouncilCoordinator), Now, Input.FormId);
        Db.Add(consent);
        return await Db.SaveOnceAsync(consent) ? Tell($"{Desk}/consents", "consent-taken") : Refuse(Refusal.Busy);
    }

    public sealed class InputModel
    {
        /// <summary>Becomes the id of what is made, so that a form sent twice makes it once.</summary>
        public Guid FormId { get; set; } = Guid.CreateVersion7();

        [Required, EnumDataType(typeof(ConsentScope))]
        public ConsentScope? Scope { get; set; }

        [Required, EnumDataType(typeof(ConsentForm))]
        public ConsentForm? Form { get; set; }

        [Required, StringLength(ParentConsent.TextVersionMaxLength), RegularExpression(@"^(20[0-9]{2}|[0-9]{1,2})([./-][0-9]{1,2}){0,2}([./-]20[0-9]{2})?$")]
        public string TextVersion { get; set; } = "";

        /// <summary>Figures, with letters around them at most: a name does not fit.</summary>
        [Required, StringLength(ParentConsent.ReferenceMaxLength), RegularExpression(@"^[A-Z]{0,4}[-./]?[0-9]{1,6}([./-](20[0-9]{2}|[0-9]{1,2}))?$")]
        public string Reference { get; set; } = "";

        [Required, StringLength(ParentConsent.KeeperMaxLength)]
        public string Keeper { get; set; } = "";

        [Required]
        public DateOnly? GivenOn { get; set; }

        [Required]
        public DateOnly? ExpiresOn { get; set; }
    }
}
