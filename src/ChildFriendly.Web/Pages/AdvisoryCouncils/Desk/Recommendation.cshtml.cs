using ChildFriendly.Core.AdvisoryCouncils;
using ChildFriendly.Core.Moderation;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>One recommendation on the coordinator's desk: written as a draft with what members said about it, then adopted, then sent.</summary>
public sealed class RecommendationModel : SitePage
{
    [BindProperty(Name = nameof(Input))]
    public RecommendationInput Input { get; set; } = new();

    public Recommendation Recommendation { get; private set; } = null!;

    /// <summary>What members wrote about it, checked.</summary>
    public IReadOnlyList<CouncilContribution> Contributions { get; private set; } = [];

    /// <summary>Somebody has saved other words since this page was opened.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Input = new RecommendationInput
        {
            Name = Recommendation.Title,
            Text = Recommendation.Text,
            Kind = Recommendation.AddresseeKind,
            Addressee = Recommendation.Addressee,
            AdoptedOn = Today,
            Version = Recommendation.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        return Write() is { } refusal ? Refuse(refusal) : await Db.TrySaveAsync() ? Tell(Request.Path, "draft-saved") : Refuse(Refusal.Busy);
    }

    /// <summary>With the words as they stand on the form: what is adopted is what was read out.</summary>
    public async Task<IActionResult> OnPostAdoptAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (Input.AdoptedOn is null)
        {
            ModelState.AddModelError("Input.AdoptedOn", Tags.ErrorKeys.Required);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Recommendation.Stage == RecommendationStage.Adopted)
        {
            // Pressed twice.
            return Tell(Request.Path, "recommendation-adopted");
        }

        if (RecommendationRules.RefuseAdoptionDate(Input.AdoptedOn!.Value, Today) is { } early)
        {
            return Refuse(early, "Input.AdoptedOn");
        }

        if (Write() is { } refusal)
        {
            return Refuse(refusal);
        }

        Recommendation.Adopt(await Db.NextNumberAsync<Recommendation>(Here.Id), Input.AdoptedOn.Value, As(Role.CouncilCoordinator), Now);
        return await Db.TrySaveAsync() ? Tell(Request.Path, "recommendation-adopted") : Refuse(Refusal.Busy);
    }

    public async Task<IActionResult> OnPostSendAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (Recommendation.Stage == RecommendationStage.Sent)
        {
            // Pressed twice.
            return Tell($"{Desk}/council", "recommended");
        }

        if (RecommendationRules.RefuseToSend(Recommendation) is { } refusal)
        {
            return Refuse(refusal);
        }

        Recommendation.Send(As(Role.CouncilCoordinator), Now);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/council", "recommended") : Refuse(Refusal.Busy);
    }

    /// <returns>Why the words on the form cannot be taken; null where they are the recommendation's now.</returns>
    private Refusal? Write()
    {
        if (RecommendationRules.RefuseToRewrite(Recommendation) is { } refusal)
        {
            return refusal;
        }

        var (title, text, kind, addressee) = (Input.Name, Input.Text, Input.Kind!.Value, Input.Addressee);
        if ((Recommendation.Title, Recommendation.Text, Recommendation.AddresseeKind, Recommendation.Addressee) == (title, text, kind, addressee))
        {
            return null;
        }

        if (Recommendation.Version != Input.Version)
        {
            IsStale = true;
            Input.Version = Recommendation.Version;
            ModelState.Remove("Input.Version");
            return Refusal.ChangedMeanwhile;
        }

        Recommendation.Rewrite(title, text, kind, addressee, As(Role.CouncilCoordinator), Now);
        return null;
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Recommendation = (await Db.Recommendations.InLocality(Here.Id).SingleOrDefaultAsync(r => r.Id == id))!;
        Contributions = await Db.CouncilContributions.AsNoTracking().InLocality(Here.Id).Where(c => c.RecommendationId == id && c.Stage == ShortTextStage.Published)
            .OrderBy(c => c.WrittenOn).ThenBy(c => c.Id).ToListAsync();
        return Recommendation is not null;
    }
}
