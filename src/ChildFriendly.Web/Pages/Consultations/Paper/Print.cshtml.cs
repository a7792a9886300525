using ChildFriendly.Core.Consultations;
using ChildFriendly.Core.Initiatives;
using ChildFriendly.Core.Participation;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChildFriendly.Web.Pages.Consultations.Paper;

/// <summary>A ballot for children of one age band, to print. Options stand in the order of their numbers, by which ballots are entered.</summary>
public sealed class PrintModel : SitePage
{
    public Consultation Vote { get; private set; } = null!;

    /// <summary>The age bands that are asked anything.</summary>
    public IReadOnlyList<AgeBand> Bands { get; private set; } = [];

    public AgeBand Band { get; private set; }

    /// <summary>Of the explanations; the words of the vote are in Romanian.</summary>
    public string Language { get; private set; } = Languages.Default;

    public IReadOnlyList<Question> Asked { get; private set; } = [];

    /// <summary>By position of the question, then by ballot id.</summary>
    public IReadOnlyDictionary<int, IReadOnlyDictionary<string, OptionPicture>> Pictures { get; private set; } = new Dictionary<int, IReadOnlyDictionary<string, OptionPicture>>();

    public async Task<IActionResult> OnGetAsync(int number, AgeBand? band, string? language)
    {
        Vote = (await Db.Consultations.AsNoTracking().InLocality(Here.Id)
            .SingleOrDefaultAsync(c => c.Number == number && (c.Stage == ConsultationStage.Announced || c.Stage == ConsultationStage.Open)))!;
        if (Vote is null)
        {
            return NotFound();
        }

        Bands = Enum.GetValues<AgeBand>().Where(b => Vote.QuestionsFor(b).Count > 0).ToList();
        Band = band is { } chosen && Bands.Contains(chosen) ? chosen : Bands[0];
        Language = language is not null && Languages.Find(language) is not null && Languages.IsComplete(language) ? language : Lang;
        Asked = Vote.QuestionsFor(Band);
        var pictures = new Dictionary<int, IReadOnlyDictionary<string, OptionPicture>>();
        foreach (var question in Asked)
        {
            pictures[question.Position] = await OptionPictures.OfAsync(Db, question, withGoals: true);
        }

        Pictures = pictures;
        return Page();
    }
}
