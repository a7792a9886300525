using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ChildFriendly.Core.ActionPlans;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Tags;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.AdvisoryCouncils.Desk;

/// <summary>Which recommendation a measure answers, and what the children's council thinks of it.</summary>
public sealed class ViewModel : SitePage
{
    /// <summary>In the place of a number: the measure answers no recommendation.</summary>
    private const int None = 0;

    [BindProperty(Name = nameof(Input))]
    public InputModel Input { get; set; } = new();

    public Measure Measure { get; private set; } = null!;

    public IReadOnlyList<Choice> Recommendations { get; private set; } = [];

    /// <summary>Somebody has saved another view, or a report, since this page was opened.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        Input.View = Measure.CouncilView ?? "";
        Input.Version = Measure.Version;
        Input.Recommendation = await Db.Recommendations.Where(r => r.Id == Measure.RecommendationId).Select(r => (int?)r.Number).SingleOrDefaultAsync()
            ?? (Measure.CouncilView is null ? null : None);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var recommendation = await Db.Recommendations.InLocality(Here.Id).Where(r => r.Number == Input.Recommendation && r.Number > 0).Select(r => (Guid?)r.Id).SingleOrDefaultAsync();
        if (recommendation is null && Input.Recommendation != None)
        {
            ModelState.AddModelError("Input.Recommendation", ErrorKeys.Invalid);
            return Invalid();
        }

        if (Measure.CouncilView == Input.View && Measure.RecommendationId == recommendation)
        {
            return Tell($"{Desk}/council", "viewed");
        }

        if (Measure.Version != Input.Version)
        {
            IsStale = true;
            Input.Version = Measure.Version;
            ModelState.Remove("Input.Version");
            return Refuse(Refusal.ChangedMeanwhile);
        }

        Measure.TakeCouncilView(recommendation, Input.View, As(Role.CouncilCoordinator), Now);
        return await Db.TrySaveAsync() ? Tell($"{Desk}/council", "viewed") : Refuse(Refusal.Busy);
    }

    private async Task<bool> FindAsync(int number)
    {
        Measure = (await Db.Measures.InLocality(Here.Id).SingleOrDefaultAsync(m => m.Number == number))!;
        var recommendations = await Db.Recommendations.InLocality(Here.Id).Where(r => r.Number > 0).OrderByDescending(r => r.Number)
            .Select(r => new { r.Number, r.Title }).Take(50).ToListAsync();
        Recommendations =
        [
            new Choice(None.ToString(CultureInfo.InvariantCulture), HttpContext.RequestServices.GetRequiredService<Wording>()["desk.council.view.none"]),
            .. recommendations.Select(r => new Choice(r.Number.ToString(CultureInfo.InvariantCulture), r.Title, Lang: WordsTag.Written)),
        ];
        return Measure is not null;
    }

    public sealed class InputModel
    {
        /// <summary>Of the measure when the page was opened.</summary>
        public int Version { get; set; }

        [Required]
        public int? Recommendation { get; set; }

        [Required, StringLength(Measure.CouncilViewMaxLength), DataType(DataType.MultilineText)]
        public string View { get; set; } = "";
    }
}
